import { normalCumulative, normalDensity } from '@clv/contracts';
import fc from 'fast-check';
import { orderedMeans } from './ordered-means.js';

const errorsOf = (deviations: readonly number[], correlation: number) =>
  deviations.map((one, j) => deviations.map((other, k) => one * other * (j === k ? 1 : correlation)));

/** The posterior mean on a grid, which knows nothing of factors. */
function byBruteForce([a, b, c]: readonly number[], deviation: number): number[] {
  const cells = Array.from({ length: 120 }, (_, i) => -6 + (i + 0.5) / 10);
  const sums = [0, 0, 0];
  let all = 0;
  const likelihood = (value: number, mean: number) => normalDensity((value - mean) / deviation);
  for (const x of cells)
    for (const y of cells)
      for (const z of cells) {
        if (y < x || z < y) continue;
        const weight = likelihood(x, a) * likelihood(y, b) * likelihood(z, c);
        // A cell on the border is in by half.
        const share = weight * (x === y ? 0.5 : 1) * (y === z ? 0.5 : 1);
        all += share;
        [x, y, z].forEach((value, j) => (sums[j] += share * value));
      }
  return sums.map((sum) => sum / all);
}

describe('means whose order is known', () => {
  it.each([1, 0, -1, -4, -40])('are, of two, those of a truncated normal rise: measured %d', (rise) => {
    const [low, high] = orderedMeans([0, rise], errorsOf([0.6, 0.8], 0));
    const hazard = rise > -10 ? normalDensity(rise) / normalCumulative(rise) : 40 + 1 / 40 - 2 / 40 ** 3;
    expect(high - low).toBeCloseTo(rise + hazard, 6);
    // What is common to both is as sure as before: it moves by nothing.
    expect(low / 0.36 + high / 0.64).toBeCloseTo(rise / 0.64, 9);
  });

  it.each([
    [0, 0, 0],
    [1, 0, -1],
    [0.5, -1, 1],
    [-1, 1.5, 1],
  ])('are, of three measured as %d, %d and %d, near those by brute force', (a, b, c) => {
    const found = orderedMeans([a, b, c], errorsOf([1, 1, 1], 0));
    byBruteForce([a, b, c], 1).forEach((mean, j) => expect(found[j]).toBeCloseTo(mean, 2));
  });

  it('rise, whatever was measured, and are as measured where that rises by far', () => {
    const measured = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(measured, fc.double({ min: 0, max: 0.9, noNaN: true }), (means, correlation) => {
        const covariance = errorsOf(
          means.map((_, j) => 1 + j / 4),
          correlation,
        );
        const found = orderedMeans(means, covariance);
        found.slice(1).forEach((mean, j) => expect(mean).toBeGreaterThan(found[j]));
        const far = means.map((mean, j) => mean + 100 * j);
        orderedMeans(far, covariance).forEach((mean, j) => expect(mean).toBeCloseTo(far[j], 9));
      }),
    );
  });

  it.each([1e3, 1e5, 1e7, 1e9, 1e12])('meet in the midst where they fall by %d deviations', (fall) => {
    orderedMeans([fall, 0], errorsOf([0.6, 0.8], 0)).forEach((mean) =>
      expect(mean / fall).toBeCloseTo(0.64, 5),
    );
    const third = orderedMeans([fall, 0, -fall], errorsOf([1, 1, 1], 0));
    third.forEach((mean) => expect(mean / fall).toBeCloseTo(0, 5));
  });

  it('stay where nothing is unsure', () => {
    expect(orderedMeans([1, 0], errorsOf([0, 0], 0))).toEqual([1, 0]);
  });
});
