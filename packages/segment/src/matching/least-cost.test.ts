import fc from 'fast-check';
import { leastCostAssignment } from './least-cost.js';

const rectangle = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
  .chain(([rows, more]) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows + more, maxLength: rows + more }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** The least cost by trying every assignment. */
function bruteForce([first, ...rest]: number[][], used: number[] = []): number {
  if (!first) return 0;
  const costs = first.map((cost, column) =>
    used.includes(column) ? Infinity : cost + bruteForce(rest, [...used, column]),
  );
  return Math.min(...costs);
}

describe('leastCostAssignment', () => {
  it('costs as little as the best of all assignments, and uses no column twice', () => {
    fc.assert(
      fc.property(rectangle, (cost) => {
        const columns = leastCostAssignment(cost);
        expect(new Set(columns).size).toBe(cost.length);
        const total = columns.reduce((sum, column, row) => sum + cost[row][column], 0);
        expect(total).toBe(bruteForce(cost));
      }),
    );
  });

  it('assigns nothing to nothing', () => {
    expect(leastCostAssignment([])).toEqual([]);
  });
});
