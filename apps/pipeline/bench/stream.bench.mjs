// What the one scorer does in a second of one core, Arrow in and Arrow out: `npm run bench:stream -w @clv/pipeline`
// 100 trees of depth 4, 3 offers; rows over the processor time of the whole process less that of a stream of one row.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { crossFitChurn } from '@clv/churn';
import { scenarioRoles, synthesizeColumns } from '@clv/synth';
import { defineSchema } from '@clv/table';
import { RecordBatchStreamWriter, Table, Utf8, makeVector, vectorFromArray } from 'apache-arrow';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { parseConfig, runEngine, scorerOf } from '../dist/index.js';

const { values } = parseArgs({ options: { customers: { type: 'string', default: '1000000' } } });
const customers = Number(values.customers);
/** About what Spark sends at a time: a million cells. */
const batchRows = 50_000;
const program = join(import.meta.dirname, '..', 'bin', 'clv.js');
const folder = mkdtempSync(join(tmpdir(), 'clv-bench-'));

/**
 * A module that has a process tell its processor time and peak memory on leaving. On Linux `maxRSS` counts what this process,
 * which holds all customers, had when it started the other; /proc does not.
 */
const usageReporter = `data:text/javascript,${encodeURIComponent(`
  import { existsSync, readFileSync } from 'node:fs';
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const status = '/proc/self/status';
    const peak = existsSync(status) ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync(status, 'utf8'))[1]) : maxRSS;
    process.stderr.write(JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, peak / 1024]));
  });`)}`;

try {
  const run = await runEngine(parseConfig({ synthetic: { customers: 10_000 }, budget: 40_000 }));
  const schema = defineSchema(scenarioRoles('telco'));
  const { model } = await crossFitChurn(synthesizeColumns({ customers: 20_000 }), schema, {
    params: { rounds: 100, maxDepth: 4, earlyStoppingRounds: 0 },
    windowMonths: 3,
  });
  writeFileSync(join(folder, 'scorer.json'), JSON.stringify({ ...scorerOf(run), churn: model }));
  const one = await scored(1);
  const all = await scored(customers);
  const rate = customers / (all.seconds - one.seconds);
  console.log(
    `clv score --stream, ${model.trees.trees.length} trees of depth 4, 3 offers; bar 400,000 rows a second\n`,
  );
  const print = startTable(
    'customers',
    'rows a second of one core',
    'start to exit, s',
    'of which start-up, s',
    'peak memory, MB',
  );
  print(
    customers.toLocaleString('en-US'),
    Math.round(rate).toLocaleString('en-US'),
    all.clock.toFixed(2),
    one.clock.toFixed(2),
    all.megabytes.toFixed(0),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Streams synthetic customers through the scorer, as fast as it takes them. */
async function scored(rows) {
  const columns = Object.entries(synthesizeColumns({ customers: rows, seed: 3 })).map(([name, cells]) => [
    name,
    Array.isArray(cells) ? vectorFromArray(cells, new Utf8()) : makeVector(cells),
  ]);
  const table = new Table(Object.fromEntries(columns));
  const batches = [];
  for (let from = 0; from < rows; from += batchRows)
    batches.push(...table.slice(from, Math.min(from + batchRows, rows)).batches);
  const bytes = RecordBatchStreamWriter.writeAll(batches).toUint8Array(true);
  const start = performance.now();
  const child = spawn(process.execPath, [
    '--import',
    usageReporter,
    program,
    'score',
    '--stream',
    '--run',
    folder,
  ]);
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdout.resume();
  child.stdin.end(bytes);
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(stderr);
  const [seconds, megabytes] = JSON.parse(stderr);
  return { seconds, megabytes, clock: (performance.now() - start) / 1000 };
}
