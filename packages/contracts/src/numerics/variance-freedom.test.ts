import { randomSource } from './random-source.js';
import { varianceFreedom } from './variance-freedom.js';

const spreadOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sumOf = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0);
  return { count: values.length, squares: sumOf(2), fourths: sumOf(4) };
};

describe('varianceFreedom', () => {
  it('is one less than there are numbers of which nothing more is known, or none of which varies', () => {
    expect(varianceFreedom({ count: 12, squares: 3 })).toBe(11);
    expect(varianceFreedom(spreadOf([4, 4, 4]))).toBe(2);
    expect(varianceFreedom({ count: 1, squares: 0, fourths: 0 })).toBe(0);
  });

  it('is what the variance of variances over many samples says', () => {
    // Of exponential numbers the kurtosis is 9: 2 / (6 / 4000 + 2 / 3999) = 1000, to a tenth by the noise of fourth powers.
    const next = randomSource(1);
    const freedom = varianceFreedom(spreadOf(Array.from({ length: 4000 }, () => -Math.log(1 - next()))));
    expect(freedom / 1000).toBeGreaterThan(0.8);
    expect(freedom / 1000).toBeLessThan(1.25);
  });

  it('is near one where one number holds all that varies', () => {
    expect(varianceFreedom(spreadOf([...Array<number>(99).fill(0), 1e6]))).toBeLessThan(2.1);
  });

  it('is the same in every unit', () => {
    const values = [1, 5, 2, 9, 40];
    expect(varianceFreedom(spreadOf(values.map((value) => value * 1e6)))).toBeCloseTo(
      varianceFreedom(spreadOf(values)),
      9,
    );
  });
});
