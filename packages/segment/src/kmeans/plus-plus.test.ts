import { randomSource } from '@clv/contracts';
import { plusPlusCentres } from './plus-plus.js';

describe('plusPlusCentres', () => {
  it('draws rows that all differ, however many coincide', () => {
    const values = Float64Array.from({ length: 500 }, (_, i) => (i < 496 ? 0 : i));
    for (let seed = 0; seed < 50; seed++) {
      const centres = plusPlusCentres({ values, rows: 500, dimensions: 1 }, 5, randomSource(seed));
      expect(Array.from(centres).sort((a, b) => a - b)).toEqual([0, 496, 497, 498, 499]);
    }
  });

  it('draws the second row in proportion to its squared distance from the first', () => {
    // The trials of two centres are two. From 0 the row 3 has a chance of 9/10 a draw; drawn even once it is taken.
    const points = { values: Float64Array.of(0, 1, 3), rows: 3, dimensions: 1 };
    const draws = 4_000;
    let first = 0;
    let far = 0;
    for (let seed = 0; seed < draws; seed++) {
      const [a, b] = plusPlusCentres(points, 2, randomSource(seed));
      if (a !== 0) continue;
      first++;
      if (b === 3) far++;
    }
    expect(Math.abs(first / draws - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / draws));
    expect(Math.abs(far / first - 0.99)).toBeLessThan(4 * Math.sqrt(0.0099 / first));
  });
});
