import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(
  process.env.CLV_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url)),
  'CDNOW_sample.txt',
);

/** The purchases of the CDNOW sample as columns; undefined, and said aloud, where the data are not there. */
export function cdnowTransactions() {
  if (!existsSync(file)) {
    process.stderr.write('skipped: no CDNOW_sample.txt (set CLV_DATA to its folder)\n');
    return undefined;
  }
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return {
    customer_id: rows.map(([, customer]) => customer),
    date: rows.map(([, , on]) => `${on.slice(0, 4)}-${on.slice(4, 6)}-${on.slice(6)}`),
    amount: rows.map(([, , , , amount]) => Number(amount)),
  };
}
