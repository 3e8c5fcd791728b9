import { normalQuantile } from './gaussian.js';
import { studentQuantile } from './student-quantile.js';

describe('studentQuantile', () => {
  it.each([
    [0.95, 1, 12.706204736174698],
    [0.95, 5, 2.570581835636305],
    [0.9, 2.5, 2.5582186141359355],
    [0.99, 30, 2.7499956535672306],
    [0.95, 400, 1.9659123432294627],
  ])(
    'is what scipy has for a confidence of %d and %d degrees of freedom',
    (confidence, freedom, expected) => {
      expect(studentQuantile(confidence, freedom) / expected).toBeCloseTo(1, 9);
    },
  );

  it.each([0.5, 0.95, 0.9999, 1 - 1e-7, 1 - 2 ** -40])(
    'is what Cauchy’s distribution has for a confidence of %d and one degree of freedom',
    (confidence) => {
      expect(studentQuantile(confidence, 1) * Math.tan((Math.PI / 2) * (1 - confidence))).toBeCloseTo(1, 9);
    },
  );

  it('has no bound for certainty, none at all for no confidence, and is not a number beyond', () => {
    for (const freedom of [1, 5, Infinity]) {
      expect(studentQuantile(1, freedom)).toBe(Infinity);
      expect(studentQuantile(0, freedom)).toBe(0);
      for (const confidence of [1.5, -0.5, NaN]) expect(studentQuantile(confidence, freedom)).toBeNaN();
    }
    expect(studentQuantile(0.95, NaN)).toBeNaN();
  });

  it('is the normal one of many', () => {
    expect(studentQuantile(0.95, Infinity)).toBeCloseTo(normalQuantile(0.975), 5);
  });
});
