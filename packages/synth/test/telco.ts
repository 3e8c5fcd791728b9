import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineSchema } from '@clv/table';

const root = join(process.cwd(), '../..');
const file = join(process.env.CLV_DATA ?? join(root, '../shared/data'), 'telco_ibm.csv');
const numbers = ['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges'];

export const telcoSchema = defineSchema({
  id: 'customerID',
  label: 'Churn',
  price: 'MonthlyCharges',
  tenure: 'tenure',
});

/** The real Telco table, blanks as NaN; undefined, said aloud, where the file is not there. */
export function readTelco(): Record<string, (string | number)[]> | undefined {
  if (!existsSync(file)) {
    process.stderr.write(`skipped: ${file} is not there; name its folder in CLV_DATA\n`);
    return undefined;
  }
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(',').map((cell) => cell.trim()));
  const read = (name: string, cell: string) =>
    numbers.includes(name) ? (cell === '' ? NaN : Number(cell)) : cell;
  return Object.fromEntries(
    header.split(',').map((name, i) => [name, rows.map((row) => read(name, row[i]))]),
  );
}
