import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const file = join(
  process.env.CLV_DATA ?? join(process.cwd(), '../../../shared/data'),
  'hillstrom_64000.csv.gz',
);

export const hillstromFeatures = ['recency', 'history', 'mens', 'womens', 'zip_code', 'newbie', 'channel'];

/** The e-mail experiment as columns; undefined, and said aloud, where the data are not there. */
export function hillstrom(): Record<string, (string | number)[]> | undefined {
  if (!existsSync(file)) {
    process.stderr.write('skipped: no hillstrom_64000.csv.gz (set CLV_DATA to its folder)\n');
    return undefined;
  }
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  const [header, ...rows] = lines.map((line) => line.trim().match(/"[^"]*"|[^,]+/g)!);
  return Object.fromEntries(
    header.map((name, j) => [
      name,
      rows.map((row) => (Number.isNaN(Number(row[j])) ? row[j] : Number(row[j]))),
    ]),
  );
}

/** The rows of some columns. */
export const pick = <T>(columns: Record<string, T[]>, rows: readonly number[]): Record<string, T[]> =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, rows.map((i) => values[i])]));
