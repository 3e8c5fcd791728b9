import { kmeans } from 'ml-kmeans';
import { rowsOf, scatter } from '../../test/scatter.js';
import type { Points } from './points.js';
import { settle } from './settle.js';

const firstRows = ({ values, dimensions }: Points, k: number) => values.slice(0, k * dimensions);

describe('settle', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'ends where ml-kmeans ends from the same centres, within 1e-9 (case %i)',
    (seed) => {
      const [k, dimensions] = [2 + (seed % 5), 1 + (seed % 4)];
      const points = scatter(400, dimensions, seed);
      const start = firstRows(points, k);
      const ours = settle(points, start);
      const theirs = kmeans(rowsOf(points), k, {
        initialization: rowsOf({ values: start, rows: k, dimensions }),
        tolerance: 0,
        maxIterations: 1000,
      });
      expect(theirs.converged).toBe(true);
      for (const [at, coordinate] of theirs.centroids.flat().entries()) {
        expect(Math.abs(ours.centres[at] - coordinate)).toBeLessThan(1e-9);
      }
      expect(Array.from(ours.labels)).toEqual(theirs.clusters);
    },
  );

  it('never lets the inertia rise from one pass to the next, over 1,000 random cases', () => {
    let falls = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const k = 2 + (seed % 6);
      const points = scatter(30 + (seed % 40), 1 + (seed % 3), seed);
      const start = firstRows(points, k);
      let before = Infinity;
      for (let maxPasses = 1; ; maxPasses++) {
        const { inertia, passes } = settle(points, start, { maxPasses });
        expect(inertia).toBeLessThanOrEqual(before * (1 + 1e-12));
        if (inertia < before) falls++;
        before = inertia;
        if (passes < maxPasses) break;
      }
    }
    expect(falls).toBeGreaterThan(2000);
  });

  it('leaves every row with its nearest centre, and every centre at the mean of its rows', () => {
    const points = scatter(5000, 3, 7);
    const { centres, labels, sizes } = settle(points, firstRows(points, 6));
    const rows = rowsOf(points);
    const means = rowsOf({ values: centres, rows: 6, dimensions: 3 });
    const distance = (a: number[], b: number[]) => Math.hypot(...a.map((x, j) => x - b[j]));
    for (const [i, row] of rows.entries()) {
      const nearest = Math.min(...means.map((mean) => distance(row, mean)));
      expect(distance(row, means[labels[i]])).toBeCloseTo(nearest, 9);
    }
    for (const [c, mean] of means.entries()) {
      const members = rows.filter((_, i) => labels[i] === c);
      expect(members).toHaveLength(sizes[c]);
      for (const j of [0, 1, 2]) {
        expect(mean[j]).toBeCloseTo(members.reduce((sum, row) => sum + row[j], 0) / members.length, 9);
      }
    }
  });

  it('fills clusters that come out empty with the rows that lie farthest off', () => {
    const points = { values: Float64Array.of(0, 0, 0, 0, 1, 5, 9), rows: 7, dimensions: 1 };
    const start = Float64Array.of(0, 100, 200, 300);
    const { centres, sizes, inertia } = settle(points, start);
    expect(Array.from(sizes).every((size) => size > 0)).toBe(true);
    expect(Array.from(centres).sort((a, b) => a - b)).toEqual([0, 1, 5, 9]);
    expect(inertia).toBe(0);
  });
});
