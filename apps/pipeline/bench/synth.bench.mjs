// Synthetic customers to Parquet, process start to exit: `npm run bench:synth -w @clv/pipeline [-- --customers 10000000]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';

const { values } = parseArgs({ options: { customers: { type: 'string', default: '10000000' } } });
const program = join(import.meta.dirname, '..', 'bin', 'clv.js');
const folder = mkdtempSync(join(tmpdir(), 'clv-bench-'));

/** A module that has a process tell its own peak memory on leaving. */
const peakReporter = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`;

try {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      peakReporter,
      program,
      'synth',
      '--quiet',
      '--customers',
      values.customers,
      '--out',
      join(folder, 'customers.parquet'),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = Number(/peak (\d+)/.exec(stderr)[1]) / 1024;
  const print = startTable('clv synth to Parquet, customers', 'seconds', 'peak memory, MB');
  print(Number(values.customers).toLocaleString('en-US'), seconds.toFixed(1), megabytes.toFixed(0));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
