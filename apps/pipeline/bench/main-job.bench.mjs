// The main job, process start to exit: `npx nx bench pipeline [-- --customers N] [-- --runs N]`
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { runClv } from './run-clv.mjs';
import { spread } from './spread.mjs';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } },
});
const out = mkdtempSync(join(tmpdir(), 'clv-bench-'));
const secondsOfRun = () => runClv('run', '--customers', values.customers, '--out', out).seconds;

try {
  secondsOfRun();
  const seconds = Array.from({ length: Number(values.runs) }, secondsOfRun);
  console.log(
    `clv run, synthetic customers, process start to exit, ${availableParallelism()} cores, ${seconds.length} runs\n`,
  );
  const print = startTable('customers', 'median, s', 'fastest, s', 'slowest, s');
  const { median, least, greatest } = spread(seconds);
  const customers = Number(values.customers).toLocaleString('en-US');
  print(customers, ...[median, least, greatest].map((value) => value.toFixed(2)));
} finally {
  rmSync(out, { recursive: true, force: true });
}
