// The main job, process start to exit: `npx nx bench pipeline [-- --customers N] [-- --runs N]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } },
});
const program = join(import.meta.dirname, '..', 'bin', 'clv.js');
const out = mkdtempSync(join(tmpdir(), 'clv-bench-'));

function secondsOfRun() {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, 'run', '--quiet', '--customers', values.customers, '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

try {
  secondsOfRun();
  const seconds = Array.from({ length: Number(values.runs) }, secondsOfRun).sort((a, b) => a - b);
  console.log(
    `clv run, synthetic customers, process start to exit, ${availableParallelism()} cores, ${seconds.length} runs\n`,
  );
  const print = startTable('customers', 'median, s', 'fastest, s', 'slowest, s');
  const middle = seconds[Math.floor(seconds.length / 2)];
  const customers = Number(values.customers).toLocaleString('en-US');
  print(customers, ...[middle, seconds[0], seconds.at(-1)].map((value) => value.toFixed(2)));
} finally {
  rmSync(out, { recursive: true, force: true });
}
