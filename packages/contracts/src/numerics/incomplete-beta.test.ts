import { incompleteBeta } from './incomplete-beta.js';

describe('incompleteBeta', () => {
  it.each([0, 1e-9, 0.2, 0.7, 1])('of a shape of 1 is a power, at %d', (x) => {
    for (const shape of [0.1, 1, 14, 1e4]) {
      expect(incompleteBeta(x, shape, 1)).toBeCloseTo(x ** shape, 12);
      expect(incompleteBeta(x, 1, shape)).toBeCloseTo(1 - (1 - x) ** shape, 9);
    }
  });

  /** By the arbitrary precision of mpmath. */
  it.each([
    [0.9, 100, 0.001, 2.46021809212152e-9],
    [0.3, 6, 14, 0.5261374757264858],
    [0.001, 40, 50, 3.170823772529755e-95],
    [0.5, 1e6, 1e6, 0.5],
  ])('at %d, of %d and %d, is %d', (x, a, b, share) => {
    expect(incompleteBeta(x, a, b) / share).toBeCloseTo(1, 8);
  });
});
