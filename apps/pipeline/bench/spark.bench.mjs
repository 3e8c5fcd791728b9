// What a customer costs on Spark, beside clv score alone: `npm run bench:spark -w @clv/pipeline`
// A machine may be half as quick a minute later, so what is compared takes turns, and of the ratios of the turns the median
// is told, with the least and the greatest. Each is run for two numbers of customers; the difference leaves out what is paid
// once. Sessions stay, and have run the job once before. Needs tools/spark-setup and nx bundle pipeline.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { printPlans } from './spark-plan.mjs';
import { archive, python, startSession } from './spark-session.mjs';
import { spread } from './spread.mjs';
import { watchMemory } from './watch-memory.mjs';

const number = (fallback) => ({ type: 'string', default: String(fallback) });
const { values } = parseArgs({
  options: { few: number(1_000_000), many: number(3_000_000), turns: number(3) },
});
const [few, many, turns] = [values.few, values.many, values.turns].map(Number);
for (const needed of [python, archive])
  if (!existsSync(needed)) {
    console.error(`${needed} is missing: tools/spark-setup && npx nx bundle pipeline`);
    process.exit(1);
  }
const folder = mkdtempSync(join(tmpdir(), 'clv-bench-'));
const cores = Math.min(2, availableParallelism());

/** Seconds that a command takes in the folder. */
function timed(command, ...args) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve((performance.now() - start) / 1000) : reject(new Error(stderr)),
    );
  });
}

const clv = [process.execPath, join(import.meta.dirname, '../bin/clv.js')];
const scoring = (customers, out = 'scored.parquet') => [
  ...clv,
  'score',
  '--run',
  'run',
  '--input',
  `${customers}.parquet`,
  '--out',
  out,
  '--quiet',
];
const job = (customers) => [
  '--input',
  `${customers}.parquet`,
  '--run',
  'run',
  '--shown',
  '1000',
  '--budget',
  String(0.4 * customers),
];

/** Two tasks for few customers as for many, of as many each: what a task takes to start is not a customer's. */
const twoTasks = { 'spark.sql.files.maxPartitionBytes': '1g', 'spark.sql.files.openCostInBytes': '100000' };

const perMillion = (least, most) => ((most - least) * 1e6) / (many - few);
const sumOf = ({ guess, appraise, ids, settle, write }) => guess + appraise + ids + settle + write;
const medianOf = (numbers) => spread(numbers).median;
const told = ({ least, greatest }) => `${least.toFixed(2)} to ${greatest.toFixed(2)}`;

async function makeCustomers() {
  await timed(...clv, 'run', '--customers', '20000', '--budget', '40000', '--out', 'run', '--quiet');
  for (const customers of [few, many]) {
    await timed(
      ...clv,
      'synth',
      '--customers',
      String(customers),
      '--seed',
      '7',
      '--out',
      'all.parquet',
      '--quiet',
    );
    const program = `import pyarrow.parquet as pq; pq.write_table(pq.read_table("all.parquet").drop_columns(["churned"]), "${customers}.parquet", row_group_size=50_000)`;
    await timed(python, '-c', program);
  }
}

/** The whole job and clv score in turns: of each turn, the seconds of a million customers more. */
async function besideScore() {
  const stopWatching = watchMemory();
  const session = startSession(folder, `local[${cores}]`, twoTasks);
  await session.run(job(few));
  const found = [];
  for (let turn = 0; turn < turns; turn++) {
    const [score, stages] = [[], []];
    for (const customers of [few, many]) {
      score.push(await timed(...scoring(customers)));
      stages.push(await session.run(job(customers)));
    }
    const stage = (name) => perMillion(...stages.map((seconds) => seconds[name]));
    found.push({ score: perMillion(...score), stage, job: perMillion(...stages.map(sumOf)) });
  }
  const { shuffled, onDisk } = await session.end();
  const customers = few + turns * (few + many);
  return { found, peaks: stopWatching(), shuffle: shuffled / customers, spool: onDisk / customers };
}

/**
 * One executor and two in turns, with a core each: an executor's JVM, Python and engine work at once, and one alone would
 * find the cores of two. Beside them what these cores do of clv score: two of it at once, and one.
 */
async function compareExecutors() {
  if (cores < 2 || spawnSync('taskset', ['--version']).error) {
    console.log('two executors beside one: skipped, as it takes two cores and taskset\n');
    return;
  }
  const on = (list) => ['taskset', '--cpu-list', list];
  const sessions = [1, 2].map((executors) =>
    startSession(folder, `local-cluster[${executors},1,1024]`, twoTasks, on(executors === 1 ? '0' : '0,1')),
  );
  for (const session of sessions) await session.run(job(few));
  const found = [];
  for (let turn = 0; turn < turns; turn++) {
    const seconds = [[], []];
    for (const customers of [few, many])
      for (const [at, session] of sessions.entries())
        seconds[at].push((await session.run(job(customers))).appraise);
    const [one, two] = seconds.map((pair) => perMillion(...pair));
    const alone = await timed(...on('0'), ...scoring(few));
    const both = await Promise.all(
      ['0', '1'].map((core) => timed(...on(core), ...scoring(few, `${core}.parquet`))),
    );
    found.push({ one, two, ratio: one / two, ceiling: (2 * alone) / Math.max(...both) });
  }
  for (const session of sessions) await session.end();
  const of = (name) => spread(found.map((turn) => turn[name]));
  console.log(
    `one executor on one core appraises a million customers more in ${of('one').median.toFixed(2)} s, two on two cores in ${of('two').median.toFixed(2)} s: ${of('ratio').median.toFixed(2)} times as quick (${told(of('ratio'))}); bar: 1.8`,
  );
  console.log(
    `two clv score at once on these two cores do ${of('ceiling').median.toFixed(2)} times what one does on one (${told(of('ceiling'))})\n`,
  );
}

try {
  await makeCustomers();
  const { found, peaks, shuffle, spool } = await besideScore();
  console.log(
    `Seconds a million customers more, on the same ${cores} cores, medians of ${turns} turns; bar: 1.3 times clv score\n`,
  );
  const print = startTable('what', 'seconds', 'times clv score', 'least to greatest');
  const row = (what, seconds) => {
    const times = spread(found.map((turn) => seconds(turn) / turn.score));
    print(what, medianOf(found.map(seconds)).toFixed(2), times.median.toFixed(2), told(times));
  };
  row('clv score, Parquet in and out', ({ score }) => score);
  row('Spark: guess where the budget ends (draw 50,000)', ({ stage }) => stage('guess'));
  row('Spark: appraise (read, score, decide for most, pack)', ({ stage }) => stage('appraise'));
  row('Spark: ids (are they unique?)', ({ stage }) => stage('ids'));
  row('Spark: settle the budget', ({ stage }) => stage('settle'));
  row('Spark: write (decide for the rest, Parquet)', ({ stage }) => stage('write'));
  row('Spark: all of these', ({ job }) => job);
  console.log(
    `\npeak memory beside the JVM's: engine ${peaks.engine.toFixed(0)} MB, Python ${peaks.python.toFixed(0)} MB a task; bar: 1,024 MB`,
  );
  console.log(
    `${shuffle.toFixed(1)} bytes a customer shuffled, ${spool.toFixed(0)} kept on executors' disks`,
  );
  await compareExecutors();
  console.log('A billion customers, at that rate:\n');
  const rate = 1e6 / medianOf(found.map(({ job }) => job)) / cores;
  const measured = { rate, shuffle, spool, node: peaks.engine + peaks.python };
  printPlans(measured, { customers: 1e9, cores: [64, 256, 1024], price: 0.05 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
