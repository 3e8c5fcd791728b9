// The same job as a Python shop writes it, taking turns with ours: `npm run bench:python -w @clv/pipeline [-- --customers N] [-- --runs N]`
// CLV_PYTHON names a Python with pandas, scikit-learn and xgboost (default /usr/bin/python3).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { runClv } from './run-clv.mjs';
import { spread } from './spread.mjs';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } },
});
const python = process.env.CLV_PYTHON ?? '/usr/bin/python3';
const script = join(import.meta.dirname, 'retention_engine.py');
const folder = mkdtempSync(join(tmpdir(), 'clv-bench-'));

/** XGBoost's threads would spin for each other on a machine with other work: GOMP_SPINCOUNT keeps its time honest. */
function runPython() {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    python,
    ['-B', script, values.customers, join(folder, 'results.csv')],
    { encoding: 'utf8', env: { GOMP_SPINCOUNT: '1000', ...process.env } },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const { processor, megabytes } = JSON.parse(stdout);
  return { seconds, processor, megabytes };
}

const pythonIsThere = spawnSync(python, ['-c', 'import pandas, sklearn, xgboost']).status === 0;
if (!pythonIsThere) console.log(`no peer: ${python} has no pandas, scikit-learn and xgboost (CLV_PYTHON)`);

const ours = (...flags) =>
  runClv('run', '--customers', values.customers, ...flags, '--out', join(folder, 'out'));
const jobs = new Map([
  ...(pythonIsThere ? [['pandas, scikit-learn and XGBoost hist, one fit', runPython]] : []),
  ['clv run --fast, one fit', () => ours('--fast')],
  ['clv run, five fits', () => ours()],
]);

try {
  const turns = Array.from({ length: Number(values.runs) }, () => [...jobs.values()].map((run) => run()));
  const print = startTable(
    'job',
    'seconds',
    'least to greatest',
    'times as fast',
    'seconds of processors',
    'peak memory, MB',
  );
  const of = (job, figure) => spread(turns.map((turn) => turn[job][figure]));
  for (const [place, job] of [...jobs.keys()].entries()) {
    const { median, least, greatest } = of(place, 'seconds');
    print(
      job,
      median.toFixed(1),
      `${least.toFixed(1)} to ${greatest.toFixed(1)}`,
      pythonIsThere ? (of(0, 'seconds').median / median).toFixed(2) : '',
      of(place, 'processor').median.toFixed(1),
      of(place, 'megabytes').median.toFixed(0),
    );
  }
  console.log(
    `\n${Number(values.customers).toLocaleString('en-US')} synthetic customers, process start to exit, ${availableParallelism()} cores, medians of ${turns.length} turns`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
