import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fromCSV } from 'arquero';
import { clv } from './clv.js';

const example = '../../examples/purchases';
const cdnow = join(process.env.CLV_DATA ?? join(process.cwd(), '../../../shared/data'), 'CDNOW_sample.txt');
const isThere = existsSync(cdnow);
if (!isThere) process.stderr.write(`skipped: ${cdnow} is not there; name its folder in CLV_DATA\n`);

const commands = [...readFileSync(join(example, 'README.md'), 'utf8').matchAll(/^ {4}(.+)$/gm)].map(
  ([, line]) => line,
);

const folder = mkdtempSync(join(tmpdir(), 'clv-purchases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = (file: string) =>
  fromCSV(readFileSync(join(folder, file), 'utf8')).objects() as Record<string, unknown>[];

/** What a shell does with one line of the README. */
async function type(line: string): Promise<void> {
  const [words, file] = line.split(' > ');
  const [program, ...args] = words.split(' ');
  if (program === 'npx') expect(await clv(args.slice(1), { cwd: folder })).toMatchObject({ code: 0 });
  else writeFileSync(join(folder, file), execFileSync(process.execPath, args, { cwd: folder }));
}

(isThere ? describe : describe.skip)('the example of purchases, typed line by line', () => {
  beforeAll(() => {
    for (const name of ['customers.mjs', 'clv.config.json'])
      copyFileSync(join(example, name), join(folder, name));
    const lines = readFileSync(cdnow, 'utf8').trim().split('\n');
    const purchases = lines.map((line) => {
      const [, customer, on, , dollars] = line.trim().split(/\s+/);
      return `${customer},${on.replace(/(....)(..)(..)/, '$1-$2-$3')},${dollars}`;
    });
    writeFileSync(join(folder, 'purchases.csv'), `customer,date,amount\n${purchases.join('\n')}\n`);
  });

  it.each(commands)('%s', async (line) => {
    await type(line);
  });

  it('learns from what each customer had done by the day, and who bought nothing in the months after it', () => {
    const [first, second] = rows('past.csv');
    // Customer 1 bought on 1 and 18 January, 2 August and 12 December 1997: 100.50 in all.
    expect(first).toMatchObject({ purchases: 4, tenure_months: 14.9, months_since_last: 3.6, churned: 1 });
    expect(first.mean_spend).toBeCloseTo(100.5 / 4, 2);
    expect(second).toMatchObject({ purchases: 2, churned: 1 });
    expect(rows('past.csv').filter(({ churned }) => churned === 0).length).toBeGreaterThan(200);
  });

  it('ends with an offer or none for each customer of today', () => {
    const offers = rows('list.csv').map(({ recommended_incentive }) => recommended_incentive);
    expect(offers).toHaveLength(2357);
    expect(new Set(offers)).toEqual(new Set(['none', 'voucher']));
  });
});
