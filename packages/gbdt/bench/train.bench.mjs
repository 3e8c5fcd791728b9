// Ours beside native XGBoost on the same bytes, run in turns; prints the tables of the README.
// Arguments: names of data sets (all but `huge` by default), --repetitions=3, --seeds=5 (held-out loss; 0 skips it),
// --threads=1,2 (0 skips the speed), --alone (without native).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { dataSets, writeDataSet } from './data-sets.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repetitions: { type: 'string', default: '3' },
    seeds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '1,2' },
    alone: { type: 'boolean', default: false },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(dataSets).filter((name) => name !== 'huge');
const [repetitions, seeds] = [Number(values.repetitions), Number(values.seeds)];
const threadCounts = values.threads.split(',').map(Number).filter(Boolean);

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const python =
  !values.alone &&
  [process.env.PYTHON, '/usr/bin/python3', 'python3'].find((command) => {
    try {
      execFileSync(command, ['-c', 'import xgboost, numpy'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
if (!python && !values.alone)
  console.log('native XGBoost is missing (no python3 with xgboost and numpy): only ours is measured');

const folder = mkdtempSync(join(tmpdir(), 'gbdt-bench-'));
const run = (command, file, name, threads, tasks) =>
  JSON.parse(
    execFileSync(command, [here(file), folder, name, String(threads), tasks], {
      encoding: 'utf8',
      env: { ...process.env, GOMP_SPINCOUNT: '1000' },
    }),
  );
const runOurs = (...args) => run(process.execPath, 'run-ours.mjs', ...args);
const runNative = (...args) => (python ? run(python, 'run_xgboost.py', ...args) : undefined);

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const mean = (numbers) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
const geometricMean = (numbers) => Math.exp(mean(numbers.map(Math.log)));
const medians = (runs) =>
  Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((report) => report[key]))]));
const fixed = (value, digits) => (value === undefined ? '-' : value.toFixed(digits));
const ratio = (a, b) => fixed(a === undefined || b === undefined ? undefined : a / b, 2);
const thousands = (value) => (value === undefined ? '-' : `${Math.round(value / 1e3)}k`);

try {
  if (threadCounts.length > 0) {
    const measured = measureSpeed();
    printSpeed(measured);
    printPrediction(measured);
  }
  if (seeds > 0) printLoss();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureSpeed() {
  const measured = [];
  for (const name of names) {
    writeDataSet(folder, name, 1);
    for (const threads of threadCounts) {
      const [ours, native] = [[], []];
      for (let i = 0; i < repetitions; i++) {
        ours.push(runOurs(name, threads, 'all'));
        if (python) native.push(runNative(name, threads, 'all'));
      }
      measured.push({ name, threads, ours: medians(ours), native: python ? medians(native) : {} });
    }
  }
  return measured;
}

function printSpeed(measured) {
  const version = measured[0].native.version;
  console.log(
    `\nTraining, 100 rounds of depth 6, seconds, binning and start-up included; native is XGBoost ${version ?? '(missing)'} hist\n`,
  );
  const row = startTable(
    'data',
    'threads',
    'ours',
    'native',
    'native / ours',
    'ours, cpu',
    'native, cpu',
    'cpu ratio',
    'ours, MB',
    'native, MB',
  );
  for (const { name, threads, ours, native } of measured)
    row(
      describe(name),
      threads,
      fixed(ours.train_s, 2),
      fixed(native.train_s, 2),
      ratio(native.train_s, ours.train_s),
      fixed(ours.cpu_s, 2),
      fixed(native.cpu_s, 2),
      ratio(native.cpu_s, ours.cpu_s),
      fixed(ours.rss_mb, 0),
      fixed(native.rss_mb, 0),
    );
  if (!python) return;
  for (const threads of threadCounts) {
    const of = measured.filter((entry) => entry.threads === threads);
    const wall = geometricMean(of.map(({ ours, native }) => native.train_s / ours.train_s));
    const cpu = geometricMean(of.map(({ ours, native }) => native.cpu_s / ours.cpu_s));
    console.log(
      `\ngeometric mean at ${threads} thread(s): ${wall.toFixed(2)}x by the clock, ${cpu.toFixed(2)}x by cpu time`,
    );
  }
}

function printPrediction(measured) {
  console.log(
    '\nPrediction of the held-out rows, and exact TreeSHAP of 2,000 of them (one thread), rows a second\n',
  );
  const row = startTable(
    'data',
    'threads',
    'ours',
    'native',
    'ours / native',
    'by cpu time',
    'TreeSHAP ours',
    'native',
    'ours / native',
    'by cpu time',
  );
  for (const { name, threads, ours, native } of measured)
    row(
      describe(name),
      threads,
      thousands(ours.predicted_per_s),
      thousands(native.predicted_per_s),
      ratio(ours.predicted_per_s, native.predicted_per_s),
      ratio(ours.predicted_per_cpu_s, native.predicted_per_cpu_s),
      fixed(ours.explained_per_s, 0),
      fixed(native.explained_per_s, 0),
      ratio(ours.explained_per_s, native.explained_per_s),
      ratio(ours.explained_per_cpu_s, native.explained_per_cpu_s),
    );
}

function printLoss() {
  console.log(`\nMean log-loss of held-out rows over ${seeds} seeds of the data\n`);
  const row = startTable('data', 'ours', 'native', 'ours - native', 'most in a seed');
  for (const name of names) {
    const [ours, native] = [[], []];
    for (let seed = 1; seed <= seeds; seed++) {
      writeDataSet(folder, name, seed);
      ours.push(runOurs(name, 2, 'train').log_loss);
      if (python) native.push(runNative(name, 2, 'train').log_loss);
    }
    row(
      describe(name),
      fixed(mean(ours), 5),
      python ? fixed(mean(native), 5) : '-',
      python ? fixed(mean(ours) - mean(native), 5) : '-',
      python ? fixed(Math.max(...ours.map((loss, i) => Math.abs(loss - native[i]))), 7) : '-',
    );
  }
}

function describe(name) {
  const { rows, columns, missing } = dataSets[name];
  const count = rows >= 1e6 ? `${rows / 1e6}M` : `${rows / 1e3}k`;
  return `${name}: ${count} x ${columns}${missing ? `, ${missing * 100}% missing` : ''}`;
}
