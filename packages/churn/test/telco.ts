import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineSchema, type PlainColumns } from '@clv/table';

const root = join(process.cwd(), '../..');
const file = join(process.env.CLV_DATA ?? join(root, '../shared/data'), 'telco_ibm.csv');

export const telcoSchema = defineSchema({
  id: 'customerID',
  label: 'Churn',
  price: 'MonthlyCharges',
  tenure: 'tenure',
});

/** The Telco table; undefined, said aloud, where the file is not there. */
export function readTelco(): PlainColumns | undefined {
  if (!existsSync(file)) {
    process.stderr.write(`skipped: ${file} is not there; name its folder in CLV_DATA\n`);
    return undefined;
  }
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  return Object.fromEntries(header.split(',').map((name, i) => [name, rows.map((row) => row[i].trim())]));
}
