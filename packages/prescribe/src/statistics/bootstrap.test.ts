import { normalQuantile, randomSource } from '@clv/contracts';
import { bootstrapIntervals, dealChoices } from './bootstrap.js';
import { middle } from './estimate.js';

const resampling = { resamples: 200, confidence: 0.95, seed: 1 };

describe('bootstrapIntervals', () => {
  it.each([100, 400])(
    'holds totals and ratios of money that few of %d customers hold much of',
    (customers) => {
      const next = randomSource(2);
      const normal = () => normalQuantile(1 - next());
      const trials = 400;
      const held = { total: 0, ratio: 0 };
      for (let trial = 0; trial < trials; trial++) {
        const money = Float64Array.from({ length: customers }, () => Math.exp(1.3 * normal()));
        const cost = Float64Array.from({ length: customers }, () => 1 + next());
        const [total, ratio] = bootstrapIntervals([{ of: money }, { of: money, per: cost }], resampling);
        const mean = Math.exp(1.3 ** 2 / 2);
        if (total.low <= customers * mean && customers * mean <= total.high) held.total++;
        if (ratio.low <= mean / 1.5 && mean / 1.5 <= ratio.high) held.ratio++;
      }
      expect(held.total / trials).toBeGreaterThan(0.9);
      expect(held.ratio / trials).toBeGreaterThan(0.9);
    },
  );

  it('reaches as far as the normal interval does where customers are many and alike', () => {
    const next = randomSource(3);
    const column = Float64Array.from({ length: 50_000 }, next);
    const [of] = dealChoices(column, [new Int32Array(50_000)]);
    const [{ value, low, high }] = bootstrapIntervals([{ of }], {
      ...resampling,
      resamples: 2000,
    });
    const error = Math.sqrt(50_000 / 12);
    expect(value).toBeCloseTo(
      column.reduce((sum, each) => sum + each, 0),
      6,
    );
    expect((high - value) / (1.96 * error)).toBeCloseTo(1, 0);
    expect((value - low) / (1.96 * error)).toBeCloseTo(1, 0);
  });

  it('draws the same customers for every statistic, and is in its unit', () => {
    const of = Float64Array.of(1, 5, 2, 8);
    const [one, twice, share] = bootstrapIntervals(
      [{ of }, { of: of.map((value) => 2 * value) }, { of: of.map((value) => 3 * value), per: of }],
      resampling,
    );
    expect(twice.low).toBeCloseTo(2 * one.low, 9);
    expect(twice.high).toBeCloseTo(2 * one.high, 9);
    for (const end of Object.values(share)) expect(end).toBeCloseTo(3, 6);
  });

  it.each([2, 5, 40, 1000])(
    'is in its unit where two or three of %d customers have anything',
    (customers) => {
      const money = Float64Array.from({ length: customers }, (_, i) => [30, 700, 11][i] ?? 0);
      const cost = Float64Array.from({ length: customers }, (_, i) => [7, 90, 3][i] ?? 0);
      const times = (factor: number) =>
        bootstrapIntervals(
          [
            { of: money.map((value) => value * factor) },
            { of: money.map((value) => value * factor), per: cost },
          ],
          resampling,
        );
      const whole = times(1);
      // In whole numbers the squares of customers who are all alike cancel; in tenths and thirds but for rounding.
      for (const factor of [0.1, 1 / 3, 1e-9, 1e12 / 7])
        for (const [k, estimate] of times(factor).entries())
          for (const end of ['low', 'high'] as const)
            expect(estimate[end] / factor).toBeCloseTo(whole[k][end], 6);
      for (const { low, high } of whole) expect(high - low).toBeLessThan(100_000);
    },
  );

  it('is certain where all are alike, and nothing where there is nobody or nothing to divide by', () => {
    const none = new Float64Array(5);
    const nothing = { value: 0, low: 0, high: 0 };
    expect(bootstrapIntervals([{ of: none }, { of: none, per: none }], resampling)).toEqual([
      nothing,
      nothing,
    ]);
    expect(bootstrapIntervals([{ of: none.map(() => 2) }], resampling)).toEqual([
      { value: 10, low: 10, high: 10 },
    ]);
    expect(bootstrapIntervals([{ of: new Float64Array(0) }], resampling)).toEqual([nothing]);
  });
});

describe('dealChoices', () => {
  it('deals groups of one size, which would vary by it otherwise', () => {
    for (const customers of [1000, 1500, 2400]) {
      const [groups] = dealChoices(new Float64Array(customers).fill(1), [new Int32Array(customers)]);
      expect(new Set(groups).size).toBe(1);
      expect(groups.length).toBeLessThanOrEqual(1000);
    }
    expect(dealChoices(new Float64Array(1001), [new Int32Array(1001)])[0]).toHaveLength(501);
  });

  it.each([7, 2500])('adds up what %d customers have under each choice', (customers) => {
    const next = randomSource(4);
    const matrix = Float64Array.from({ length: 3 * customers }, next);
    const choices = [0, 1].map(() => Int32Array.from({ length: customers }, () => Math.floor(3 * next())));
    const size = Math.min(customers, 834);
    expect(dealChoices(matrix, choices)).toEqual(
      choices.map((choice) => {
        const groups = new Float64Array(size);
        choice.forEach((offer, i) => (groups[i % size] += matrix[3 * i + offer]));
        return groups;
      }),
    );
  });
});

describe('middle', () => {
  it('lies between the percentiles, interpolated', () => {
    const [low, high] = middle(
      Float64Array.from({ length: 101 }, (_, k) => 100 - k),
      0.9,
    );
    expect([low, high]).toEqual([expect.closeTo(5, 9), expect.closeTo(95, 9)]);
  });
});
