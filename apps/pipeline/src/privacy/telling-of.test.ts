import fc from 'fast-check';

import { type Known, couldBe } from '../testing/could-be.js';
import { aboutCount } from './about-count.js';
import type { Count } from './count.js';
import { type Telling, tellingOf } from './telling-of.js';

/** A table with its totals by row and column, as counts that add up. */
function countsOf(table: readonly (readonly number[])[]): Count[] {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return [
    ...table.map((row, r) => ({ from: 'start', to: `row ${r}`, customers: total(row) })),
    ...table.flatMap((row, r) =>
      row.map((customers, c) => ({ from: `row ${r}`, to: `column ${c}`, customers })),
    ),
    ...table[0].map((_, c) => ({
      from: `column ${c}`,
      to: 'end',
      customers: total(table.map((row) => row[c])),
    })),
  ];
}

/** All that a reader knows who sees what is not hidden, what hidden counts are called, and how many there are of all. */
function knownOf(counts: readonly Count[], telling: (count: Count) => Telling): Known {
  const all = [...counts.keys()];
  const everyone = all
    .filter((i) => counts[i].from === 'start')
    .reduce((sum, i) => sum + counts[i].customers, 0);
  const within = [...new Set(counts.map(({ from }) => from))].filter((total) => total !== 'start');
  const least = counts.some((count) => telling(count) === 'size' && count.customers === 0) ? 0 : 1;
  return {
    sums: [
      ...within.map((total) => ({
        places: all.filter((i) => counts[i].to === total),
        of: all.filter((i) => counts[i].from === total),
      })),
      { places: all.filter((i) => counts[i].from === 'start'), of: [counts.length] },
      { places: all.filter((i) => counts[i].to === 'end'), of: [counts.length] },
    ],
    ranges: [
      ...counts.map((count): [number, number] => {
        if (telling(count) === 'number') return [count.customers, count.customers];
        if (telling(count) === 'nothing') return [0, everyone];
        if (count.customers < 5) return [least, 4];
        const about = aboutCount(count.customers);
        if (about === undefined) return [5, everyone];
        return [about.number - about.unit / 2, about.number + about.unit / 2];
      }),
      [everyone, everyone],
    ],
  };
}

const row = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 400 })), {
  minLength: 3,
  maxLength: 3,
});
const tables = fc.array(row, { minLength: 2, maxLength: 4 });

describe('tellingOf', () => {
  it('hides enough: no count of 1 to 4 can be worked out from a table and its totals', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const counts = countsOf(table);
        const { sums, ranges } = knownOf(counts, tellingOf(counts));
        const everyone = ranges.at(-1)![0];
        counts.forEach(({ customers }, place) => {
          // Of all there are, everyone knows.
          if (customers === 0 || customers > 4 || customers === everyone) return;
          const others = [0, 1, 2, 3, 4].filter((value) => value !== customers);
          expect(others.some((value) => couldBe({ sums, ranges: ranges.with(place, [value, value]) }))).toBe(
            true,
          );
        });
      }),
      {
        numRuns: 300,
        examples: [
          [
            [
              [5, 1, 2],
              [0, 1, 3],
            ],
          ],
        ],
      },
    );
  });

  it('hides no more than there is a reason for: of two small groups of enough together nothing else', () => {
    const groups = [2, 3, 40, 100].map((customers) => ({ from: 'start', to: 'end', customers }));
    expect(groups.map(tellingOf(groups))).toEqual(['size', 'size', 'number', 'number']);
  });

  it('hides beside one small group the next smallest by which it could be another', () => {
    const groups = [3, 100, 40, 0].map((customers) => ({ from: 'start', to: 'end', customers }));
    expect(groups.map(tellingOf(groups))).toEqual(['size', 'number', 'size', 'number']);
  });

  it('tells all where nothing is small', () => {
    const counts = countsOf([
      [5, 0, 9],
      [70, 5, 0],
    ]);
    expect(new Set(counts.map(tellingOf(counts)))).toEqual(new Set(['number']));
  });

  it('tells nothing of a handful, each of whom would be known by the others', () => {
    const counts = countsOf([
      [0, 3, 3],
      [4, 1, 1],
    ]);
    expect(new Set(counts.map(tellingOf(counts)))).toEqual(new Set(['nothing']));
  });
});
