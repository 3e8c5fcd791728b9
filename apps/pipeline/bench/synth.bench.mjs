// Synthetic customers to Parquet, process start to exit: `npm run bench:synth -w @clv/pipeline [-- --customers 10000000]`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { runClv } from './run-clv.mjs';

const { values } = parseArgs({ options: { customers: { type: 'string', default: '10000000' } } });
const folder = mkdtempSync(join(tmpdir(), 'clv-bench-'));

try {
  const file = join(folder, 'customers.parquet');
  const { seconds, megabytes } = runClv('synth', '--customers', values.customers, '--out', file);
  const print = startTable('clv synth to Parquet, customers', 'seconds', 'peak memory, MB');
  print(Number(values.customers).toLocaleString('en-US'), seconds.toFixed(1), megabytes.toFixed(0));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
