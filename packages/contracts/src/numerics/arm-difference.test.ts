import { amountDifference, shareDifference, type ArmOutcomes } from './arm-difference.js';
import { randomSource } from './random-source.js';

function outcomesOf(values: readonly number[]): ArmOutcomes {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    count: values.length,
    mean,
    squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
    fourths: values.reduce((sum, value) => sum + (value - mean) ** 4, 0),
  };
}

const between = (none: readonly number[], offered: readonly number[]) => {
  const arms = { none: outcomesOf(none), offered: outcomesOf(offered) };
  return { value: arms.offered.mean - arms.none.mean, ...arms };
};

describe('shareDifference', () => {
  it('is the interval of two more successes and two more failures, by hand', () => {
    const { value, low, high } = shareDifference(between([1, 0], [1, 1, 0]), 0.95);
    const error = Math.sqrt((0.6 * 0.4) / 5 + (0.5 * 0.5) / 4);
    expect(value).toBeCloseTo(2 / 3 - 1 / 2, 12);
    expect([low, high]).toEqual([
      expect.closeTo(0.1 - 1.959964 * error, 5),
      expect.closeTo(0.1 + 1.959964 * error, 5),
    ]);
  });

  /** By statsmodels 0.15.0, confint_proportions_2indep with the method agresti-caffo. */
  it.each([
    [7, 10, 2, 9, 0.019232037238001543, 0.7686467506407864],
    [5, 5, 0, 3, 0.22111050438292362, 1.0931752099027905],
    [180, 200, 1500, 1800, 0.017599857814954843, 0.1085526020481237],
  ])(
    'is for %d of %d beside %d of %d the interval of statsmodels',
    (some, of, others, ofOthers, low, high) => {
      const outcomes = (successes: number, count: number) =>
        Array.from({ length: count }, (_, i) => +(i < successes));
      const found = shareDifference(between(outcomes(others, ofOthers), outcomes(some, of)), 0.95);
      expect(found.low).toBeCloseTo(low, 8);
      expect(found.high).toBeCloseTo(high, 8);
    },
  );

  it('is not certain where all are alike, and holds its value at every confidence', () => {
    for (const confidence of [0.01, 0.5, 0.95]) {
      const { value, low, high } = shareDifference(between([1, 1], [0, 0, 0]), confidence);
      expect(value).toBe(-1);
      expect(low).toBeLessThanOrEqual(-1);
      expect(high).toBeGreaterThan(-1);
    }
  });
});

describe('amountDifference', () => {
  it.each([2, 4, 30])('holds the truth of normal amounts of %d and 40 in about 95 of 100', (few) => {
    const next = randomSource(few);
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const draw = (count: number, mean: number) => Array.from({ length: count }, () => mean + 5 * normal());
    let held = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const { low, high } = amountDifference(between(draw(few, 20), draw(40, 23)), 0.95);
      if (low <= 3 && 3 <= high) held++;
    }
    expect(held / 1000).toBeGreaterThan(0.935);
    expect(held / 1000).toBeLessThan(0.995);
  });

  it('holds the truth of amounts of which few hold much in at least 92 of 100, of 50 beside 450', () => {
    const next = randomSource(6);
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const draw = (count: number) => Array.from({ length: count }, () => Math.exp(1.5 * normal()));
    let held = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const { low, high } = amountDifference(between(draw(50), draw(450)), 0.95);
      if (low <= 0 && 0 <= high) held++;
    }
    expect(held / 1000).toBeGreaterThan(0.92);
  });

  it('is certain where nothing varies', () => {
    expect(amountDifference(between([2, 2], [5, 5]), 0.95)).toEqual({ value: 3, low: 3, high: 3 });
  });
});
