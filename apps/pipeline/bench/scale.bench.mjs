// What each job costs at scale, process start to exit: `npm run bench:scale -w @clv/pipeline [-- --jobs run,fast,score,large]`
// Of each the median of three runs (`--runs 5`), but for ten million customers, of whom there is one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { runClv } from './run-clv.mjs';
import { spread } from './spread.mjs';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: 'small,run,fast,score,large' },
    folder: { type: 'string', default: tmpdir() },
    runs: { type: 'string', default: '3' },
  },
});
const jobs = values.jobs.split(',');
const folder = mkdtempSync(join(values.folder, 'clv-bench-'));
const file = (name) => join(folder, name);

/** The same job some times over. */
const again = (...args) => Array.from({ length: Number(values.runs) }, () => runClv(...args));

const middle = (runs, figure) => spread(runs.map((run) => run[figure])).median;

function report(job, runs, bars = {}) {
  const { least, greatest } = spread(runs.map(({ seconds }) => seconds));
  print(
    job,
    middle(runs, 'seconds').toFixed(1),
    runs.length > 1 ? `${least.toFixed(1)} to ${greatest.toFixed(1)}` : '',
    bars.seconds ?? '',
    middle(runs, 'processor').toFixed(1),
    middle(runs, 'megabytes').toFixed(0),
    bars.megabytes ?? '',
  );
}

/** The roles of synthetic telco customers, with a budget that binds. */
const config = (budget) => ({
  budget,
  roles: {
    id: 'customer_id',
    label: 'churned',
    price: 'monthly_charges',
    margin: 'monthly_margin',
    tenure: 'tenure_months',
    sensitivity: 'price_sensitivity',
  },
});

console.log(`process start to exit, ${availableParallelism()} cores, medians of ${values.runs}\n`);
const print = startTable(
  'job',
  'seconds',
  'least to greatest',
  'bar',
  'seconds of processors',
  'peak memory, MB',
  'bar',
);
try {
  const small = ['run', '--customers', '10000', '--out', file('small')];
  // The first of its kind finds nothing of it in the machine's caches.
  runClv(...small);
  if (jobs.includes('small')) report('clv run, 10,000 customers', again(...small), { seconds: 1.5 });
  const million = (...flags) => again('run', '--customers', '1000000', ...flags, '--out', file('million'));
  if (jobs.includes('run'))
    report('clv run, 1,000,000 customers', million(), { seconds: 12, megabytes: 1200 });
  if (jobs.includes('fast'))
    report('clv run --fast, 1,000,000 customers', million('--fast'), { seconds: 5.3 });
  if (jobs.includes('score')) {
    runClv('synth', '--customers', '1000000', '--seed', '7', '--out', file('new.parquet'));
    report(
      'clv score, 1,000,000 rows of Parquet',
      again('score', '--run', file('small'), '--input', file('new.parquet'), '--out', file('scored.parquet')),
      { seconds: 4 },
    );
  }
  if (jobs.includes('large')) {
    const fromCsv = (customers, run) => {
      runClv('synth', '--customers', String(customers), '--seed', '7', '--out', file('customers.csv'));
      writeFileSync(file('clv.config.json'), JSON.stringify(config(2 * customers)));
      const asked = ['--config', file('clv.config.json'), '--input', file('customers.csv')];
      return run('run', ...asked, '--out', file('large'));
    };
    const some = fromCsv(1_000_000, again);
    report('clv run, 1,000,000 customers from CSV', some);
    const all = [fromCsv(10_000_000, runClv)];
    report('clv run, 10,000,000 customers from CSV', all, { seconds: 120, megabytes: 2000 });
    const growth = (figure) => (middle(all, figure) / middle(some, figure)).toFixed(1);
    print('ten times the customers, times as much', growth('seconds'), '', 10.5, growth('processor'), '', '');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
