// What each job costs at scale, process start to exit: `npm run bench:scale -w @clv/pipeline [-- --jobs run,fast,score,large]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: 'small,run,fast,score,large' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const jobs = values.jobs.split(',');
const program = join(import.meta.dirname, '..', 'bin', 'clv.js');
const folder = mkdtempSync(join(values.folder, 'clv-bench-'));
const file = (name) => join(folder, name);

/** A module that has a process tell its own use of the processors and its peak memory on leaving. */
const usageReporter = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('usage '+(u.userCPUTime+u.systemCPUTime)/1e6+' '+u.maxRSS/1024)})`;

function clv(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', usageReporter, program, ...args, '--quiet'],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  const [, processor, megabytes] = /usage ([\d.]+) ([\d.]+)/.exec(stderr).map(Number);
  return { seconds: (performance.now() - start) / 1000, processor, megabytes };
}

function report(job, { seconds, processor, megabytes }, bars = {}) {
  const cells = [seconds.toFixed(1), bars.seconds ?? '', processor.toFixed(1)];
  print(job, ...cells, Math.round(megabytes), bars.megabytes ?? '');
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

console.log(`process start to exit, ${availableParallelism()} cores\n`);
const print = startTable('job', 'seconds', 'bar', 'seconds of processors', 'peak memory, MB', 'bar');
try {
  const small = clv('run', '--customers', '10000', '--out', file('small'));
  if (jobs.includes('small')) report('clv run, 10,000 customers', small, { seconds: 1.5 });
  let million;
  if (jobs.includes('run')) {
    million = clv('run', '--customers', '1000000', '--out', file('million'));
    report('clv run, 1,000,000 customers', million, { seconds: 12, megabytes: 1200 });
  }
  if (jobs.includes('fast'))
    report(
      'clv run --fast, 1,000,000 customers',
      clv('run', '--fast', '--customers', '1000000', '--out', file('fast')),
      { seconds: 5.3 },
    );
  if (jobs.includes('score')) {
    clv('synth', '--customers', '1000000', '--seed', '7', '--out', file('new.parquet'));
    report(
      'clv score, 1,000,000 rows of Parquet',
      clv('score', '--run', file('small'), '--input', file('new.parquet'), '--out', file('scored.parquet')),
      { seconds: 4 },
    );
  }
  if (jobs.includes('large')) {
    const times = {};
    for (const [name, customers, budget] of [
      ['1,000,000', '1000000', 2_000_000],
      ['10,000,000', '10000000', 20_000_000],
    ]) {
      clv('synth', '--customers', customers, '--seed', '7', '--out', file('customers.csv'));
      writeFileSync(file('clv.config.json'), JSON.stringify(config(budget)));
      const run = ['run', '--config', file('clv.config.json'), '--input', file('customers.csv')];
      times[customers] = clv(...run, '--out', file(`large${customers}`));
      report(
        `clv run, ${name} customers from CSV`,
        times[customers],
        customers === '10000000' ? { seconds: 120, megabytes: 2000 } : {},
      );
    }
    const growth = (of) => (times['10000000'][of] / times['1000000'][of]).toFixed(1);
    print('ten times the customers, times as much', growth('seconds'), 10.5, growth('processor'), '', '');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
