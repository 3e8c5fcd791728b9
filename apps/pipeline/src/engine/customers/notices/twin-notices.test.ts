import fc from 'fast-check';

import { twinNotices } from './twin-notices.js';

/** How many rows are the same as another, by comparing them as texts. */
function alikeAmong(rows: readonly unknown[][]): { alike: number; kinds: number } {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
  const alike = [...counts.values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
  return { alike, kinds: counts.size };
}

const tableOf = (rows: readonly [number, string | null, number | string][]) => ({
  id: rows.map((_, i) => `c${i}`),
  price: Float64Array.from(rows, ([price]) => price),
  plan: rows.map(([, plan]) => plan),
  mixed: rows.map(([, , mixed]) => mixed),
});

describe('twinNotices', () => {
  it('counts the rows that are the same as another but for the id, where they are of many kinds', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 30 }).map((cents) => cents / 8),
      fc.constantFrom('a', 'b', null, ''),
      fc.constantFrom<number | string>(1, '1', 2, 'x'),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), (rows) => {
        const { alike, kinds } = alikeAmong(rows);
        const isTold = alike >= 0.01 * rows.length && kinds >= 0.5 * rows.length && alike > 0;
        const told = twinNotices(tableOf(rows), rows.length, 'id');
        expect(told).toHaveLength(isTold ? 1 : 0);
        if (isTold)
          expect(told[0]).toMatch(`${alike} of ${rows.length} rows are the same as another apart from id`);
      }),
    );
  });

  it('finds no two of a hundred thousand rows alike that differ in a digit', () => {
    const rows = 100_000;
    const columns = {
      a: Float64Array.from({ length: rows }, (_, i) => i % 317),
      b: Array.from({ length: rows }, (_, i) => `b${Math.floor(i / 317)}`),
      c: Float64Array.from({ length: rows }, (_, i) => 1 + Math.floor(i / 2) / 1024),
    };
    expect(twinNotices(columns, rows, undefined)).toEqual([]);
    expect(twinNotices({ c: columns.c }, rows, undefined)).toEqual([
      expect.stringMatching(/^100,000 of 100,000 rows are the same as another: /),
    ]);
  });

  it('says nothing where little is said of customers, or of a few who are alike', () => {
    const plans = Array.from({ length: 1000 }, (_, i) => `plan ${i % 5}`);
    expect(twinNotices({ plans }, 1000, undefined)).toEqual([]);
    const prices = Float64Array.from({ length: 1000 }, (_, i) => Math.max(i, 8));
    expect(twinNotices({ prices }, 1000, undefined)).toEqual([]);
  });
});
