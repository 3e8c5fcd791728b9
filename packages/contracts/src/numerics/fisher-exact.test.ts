import fc from 'fast-check';
import { fisherExact } from './fisher-exact.js';

/** Every way to draw a group is looked at: `marked` of a draw counts the things below `allMarked`. */
function byEnumeration(marked: number, size: number, allMarked: number, all: number): number {
  const ways = new Map<number, number>();
  for (let draw = 0; draw < 2 ** all; draw++) {
    const things = Array.from({ length: all }, (_, i) => (draw >> i) & 1);
    if (things.reduce((sum, taken) => sum + taken, 0) !== size) continue;
    const count = things.slice(0, allMarked).reduce((sum, taken) => sum + taken, 0);
    ways.set(count, (ways.get(count) ?? 0) + 1);
  }
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const asRare = [...ways.values()].filter((count) => count <= ways.get(marked)!);
  return sum(asRare) / sum([...ways.values()]);
}

const smallTable = fc
  .integer({ min: 1, max: 10 })
  .chain((all) =>
    fc.tuple(fc.integer({ min: 0, max: all }), fc.integer({ min: 0, max: all }), fc.constant(all)),
  )
  .chain(([size, allMarked, all]) =>
    fc.tuple(
      fc.integer({ min: Math.max(0, size + allMarked - all), max: Math.min(size, allMarked) }),
      fc.constant(size),
      fc.constant(allMarked),
      fc.constant(all),
    ),
  );

describe('fisherExact', () => {
  it('is the share of draws that are no likelier, for every small table', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        expect(fisherExact(...table)).toBeCloseTo(byEnumeration(...table), 12);
      }),
    );
  });

  it("is what Fisher's lady tasting tea has, and what R's fisher.test says of twins of convicts", () => {
    expect(fisherExact(3, 4, 4, 8)).toBeCloseTo(0.4857142857, 9);
    // fisher.test(matrix(c(2, 10, 15, 3), 2)): p-value = 0.0005367
    expect(fisherExact(2, 12, 17, 30)).toBeCloseTo(0.0005367, 7);
  });

  it('does not depend on which of group and rest, or marked and not, is named', () => {
    fc.assert(
      fc.property(smallTable, ([marked, size, allMarked, all]) => {
        const p = fisherExact(marked, size, allMarked, all);
        expect(fisherExact(allMarked - marked, all - size, allMarked, all)).toBeCloseTo(p, 12);
        expect(fisherExact(size - marked, size, all - allMarked, all)).toBeCloseTo(p, 12);
        expect(fisherExact(marked, allMarked, size, all)).toBeCloseTo(p, 12);
      }),
    );
  });

  it('nears the normal approximation of many, and has no trouble with what cannot be by chance', () => {
    // 3.29 standard deviations: once in a thousand.
    const [size, all, share] = [500_000, 1_000_000, 0.1];
    const deviation = Math.sqrt((size * share * (1 - share) * (all - size)) / all);
    const marked = Math.round(size * share + 3.2905 * deviation);
    expect(fisherExact(marked, size, all * share, all)).toBeCloseTo(0.001, 4);
    expect(fisherExact(size * share, size, all * share, all)).toBe(1);
    expect(fisherExact(all * share, size, all * share, all)).toBe(0);
  });
});
