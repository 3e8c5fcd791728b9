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

  it('is the normal one of many', () => {
    expect(studentQuantile(0.95, Infinity)).toBeCloseTo(normalQuantile(0.975), 5);
  });
});
