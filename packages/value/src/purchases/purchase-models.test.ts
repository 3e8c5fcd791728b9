import { randomSource } from '@clv/contracts';
import fc from 'fast-check';
import { customerValue, expectedSpend } from '../customer-value.js';
import { expectedPurchases, expectedPurchasesOfNewcomer, probabilityAlive } from './expected-purchases.js';
import { fitGammaGamma } from '../spend/fit-gamma-gamma.js';
import { fitBgNbd, fitParetoNbd } from './fit-purchase-model.js';
import { NotConvergedError } from '../likelihood/not-converged-error.js';
import type { BgNbdModel } from './purchase-model.js';
import type { GammaGammaModel } from '../spend/gamma-gamma-model.js';
import { purchaseProbability } from './purchase-probability.js';
import { cohortSurvival } from '../contractual/shifted-beta-geometric.js';
import { simulateHistory } from '../simulate-history.js';
import { valueIntervals } from '../value-intervals.js';

const bgNbd: BgNbdModel = {
  format: 'clv-bg-nbd',
  version: 1,
  parameters: { r: 0.6, alpha: 5, a: 0.8, b: 2.5 },
  standardErrors: { r: 0, alpha: 0, a: 0, b: 0 },
  logLikelihood: 0,
  customers: 0,
};
const spend: GammaGammaModel = {
  format: 'clv-gamma-gamma',
  version: 1,
  parameters: { p: 6, q: 4, v: 15 },
  standardErrors: { p: 0, q: 0, v: 0 },
  logLikelihood: 0,
  customers: 0,
  independence: { correlation: 0, chance: 1 },
  notices: [],
};
const ages = (customers: number) => Float64Array.from({ length: customers }, (_, i) => 20 + (i % 40));
const simulated = simulateHistory(bgNbd, spend, ages(4000), randomSource(11));

describe('the fits', () => {
  it('find the parameters that customers were simulated with, within four standard errors', () => {
    const fits = [
      [fitBgNbd(simulated), bgNbd],
      [fitGammaGamma(simulated), spend],
    ] as const;
    for (const [{ parameters, standardErrors }, truth] of fits) {
      for (const [name, value] of Object.entries(truth.parameters)) {
        const found = (parameters as Record<string, number>)[name];
        const error = (standardErrors as Record<string, number>)[name];
        expect(Math.abs(found - value)).toBeLessThan(4 * error);
      }
    }
    expect(fitGammaGamma(simulated).notices).toEqual([]);
  });

  it.each([
    [0.1, 'more'],
    [-0.03, 'less'],
  ])('tell where spend rises by %d with each purchase, by Pearson over repeat customers', (slope, word) => {
    const { frequency } = simulated;
    const monetary_value = simulated.monetary_value.map(
      (m, i) => m * Math.max(0.3, 1 + slope * frequency[i]),
    );
    const repeats = [...frequency.keys()].filter((i) => frequency[i] > 0);
    const mean = (of: (i: number) => number) => repeats.reduce((sum, i) => sum + of(i), 0) / repeats.length;
    const covariance = (one: Float64Array, other: Float64Array) =>
      mean((i) => one[i] * other[i]) - mean((i) => one[i]) * mean((i) => other[i]);
    const pearson =
      covariance(frequency, monetary_value) /
      Math.sqrt(covariance(frequency, frequency) * covariance(monetary_value, monetary_value));
    const { independence, notices } = fitGammaGamma({ frequency, monetary_value });
    expect(independence.correlation).toBeCloseTo(pearson, 9);
    expect(independence.chance).toBeCloseTo(1.96 / Math.sqrt(repeats.length), 9);
    expect(notices).toEqual([expect.stringContaining(`buy more often spend ${word} each time`)]);
  });

  it('find no correlation where all bought equally often', () => {
    const frequency = simulated.frequency.map((x) => Math.min(x, 1));
    expect(fitGammaGamma({ ...simulated, frequency }).independence.correlation).toBe(0);
  });

  it('give the same for the same data, leave them as they are, and survive JSON bit for bit', () => {
    const before = structuredClone(simulated);
    const model = fitBgNbd(simulated);
    expect(fitBgNbd(simulated)).toEqual(model);
    expect(simulated).toEqual(before);
    const again = JSON.parse(JSON.stringify(model)) as BgNbdModel;
    expect(expectedPurchases(again, simulated, 12)).toEqual(expectedPurchases(model, simulated, 12));
  });

  it('throw with the reason where nobody ever came back', () => {
    const table = { frequency: [0, 0, 0], recency: [0, 0, 0], age: [10, 20, 30] };
    expect(() => fitBgNbd(table)).toThrow(NotConvergedError);
    expect(() => fitParetoNbd(table)).toThrow(NotConvergedError);
    expect(() => fitGammaGamma({ ...table, monetary_value: [0, 0, 0] })).toThrow(
      'no customer has a repeat purchase',
    );
  });

  it('throw with the reason where there is one customer', () => {
    const table = { frequency: [3], recency: [8], age: [10], monetary_value: [20] };
    expect(() => fitBgNbd(table)).toThrow(/BG\/NBD did not converge: \w/);
    expect(() => fitGammaGamma(table)).toThrow(/gamma-gamma did not converge: \w/);
  });

  it('end, with finite numbers or with the reason, whatever customers do', () => {
    const odd = fc.record({
      age: fc.constantFrom(1e-3, 40, 4000),
      purchases: fc.constantFrom(0.02, 3, 3000),
      /** Where in their time the last purchases lie: at its beginning, its end, or anywhere. */
      last: fc.constantFrom([0, 0], [0, 0.01], [0.99, 1], [1, 1], [0, 1]),
      sameAge: fc.boolean(),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(odd, ({ age, purchases, last, sameAge, seed }) => {
        const random = randomSource(seed);
        const customers = Array.from({ length: 250 }, () => {
          const T = sameAge ? age : age * random();
          const x = Math.floor(-Math.log(1 - random()) * purchases);
          const share = last[0] + (last[1] - last[0]) * random();
          return { x, T, recency: x > 0 ? share * T : 0 };
        });
        const table = {
          frequency: customers.map(({ x }) => x),
          recency: customers.map(({ recency }) => recency),
          age: customers.map(({ T }) => T),
        };
        for (const fit of [fitBgNbd, fitParetoNbd]) {
          try {
            const { parameters, standardErrors, logLikelihood } = fit(table);
            const numbers = [
              ...Object.values(parameters),
              ...Object.values(standardErrors),
              Math.abs(logLikelihood),
            ];
            expect(numbers.every((value) => value > 0 && value < Infinity)).toBe(true);
          } catch (error) {
            if (!(error instanceof NotConvergedError)) throw error;
            expect(error.message).toMatch(/did not converge: \w/);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('name every row that no customer could have', () => {
    const table = { frequency: [1, 1.5, 0, 2, -1], recency: [5, 5, 3, NaN, 0], age: [4, 10, 10, 10, 10] };
    expect(() => fitBgNbd(table)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        faults: [
          expect.objectContaining({ row: 1, rule: 'recency-above-age' }),
          expect.objectContaining({ row: 2, rule: 'not-a-count' }),
          expect.objectContaining({ row: 3, rule: 'recency-without-repeat' }),
          expect.objectContaining({ row: 4, rule: 'recency-above-age' }),
          expect.objectContaining({ row: 5, rule: 'not-a-count' }),
        ],
      }),
    );
    expect(() => fitBgNbd({ frequency: [], recency: [], age: [] })).toThrow('there are no customers');
    expect(() => fitGammaGamma({ frequency: [2, 1], monetary_value: [-3, 0] })).toThrow(
      'row 1, monetary_value: must be a number above 0: -3\nrow 2',
    );
  });
});

describe('expectedPurchasesOfNewcomer', () => {
  it('is the mean of purchaseProbability, also with a at 1, next to 1 and above', () => {
    for (const a of [0.6, 1 - 1e-9, 1, 1 + 1e-9, 2.2]) {
      const model = { ...bgNbd, parameters: { ...bgNbd.parameters, a } };
      let mean = 0;
      for (let count = 1; count < 200; count++) mean += count * purchaseProbability(model, count, 10);
      expect(expectedPurchasesOfNewcomer(model, 10)).toBeCloseTo(mean, 8);
    }
  });

  it('is it where customers buy alike and often, whose series would cancel every digit', () => {
    for (const [r, alpha] of [
      [20, 3],
      [60, 12],
      [200, 40],
      [1000, 300],
    ]) {
      const model = { ...bgNbd, parameters: { ...bgNbd.parameters, r, alpha } };
      let mean = 0;
      for (let count = 1; count < 600; count++) mean += count * purchaseProbability(model, count, 10);
      expect(expectedPurchasesOfNewcomer(model, 10) / mean).toBeCloseTo(1, 9);
    }
  });
});

describe('expectedPurchasesOfNewcomer where all customers leave alike', () => {
  it.each([5, 22, 60, 1000, 100_000])('is the mean of purchaseProbability with a of %d too', (a) => {
    const model = { ...bgNbd, parameters: { r: 1, alpha: 7.5, a, b: 3 * a } };
    for (const time of [5, 50, 400]) {
      let mean = 0;
      for (let count = 1; count < 3000; count++) mean += count * purchaseProbability(model, count, time);
      expect(expectedPurchasesOfNewcomer(model, time) / mean).toBeCloseTo(1, 8);
    }
  });

  it('goes over to purchases that are made until a coin falls, as a grows', () => {
    // With a chance p of leaving after each purchase, of a rate of r 1: the sum of z^n (1 - p)^(n - 1), z = t / (alpha + t).
    const [alpha, time, p] = [7.5, 50, 0.25];
    const z = time / (alpha + time);
    const model = { ...bgNbd, parameters: { r: 1, alpha, a: 1e6 * p, b: 1e6 * (1 - p) } };
    expect(expectedPurchasesOfNewcomer(model, time)).toBeCloseTo(z / (1 - z * (1 - p)), 5);
  });
});

describe('expectedPurchases', () => {
  it('predicts what simulated customers go on to do', () => {
    const soFar = ages(30_000).fill(20);
    const whole = simulateHistory(bgNbd, spend, ages(30_000).fill(50), randomSource(5));
    const early = simulateHistory(bgNbd, spend, soFar, randomSource(6));
    const all = whole.frequency.reduce((sum, x) => sum + x, 0);
    const first = early.frequency.reduce((sum, x) => sum + x, 0);
    const later = expectedPurchases(bgNbd, early, 30).reduce((sum, x) => sum + x, 0);
    expect(Math.abs((first + later) / all - 1)).toBeLessThan(0.05);
  });

  it('is never negative nor NaN, and probabilityAlive stays in [0, 1], for any customer', () => {
    const positive = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(positive(5), positive(50), positive(5), positive(20)),
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        positive(200),
        positive(100),
        ([r, alpha, a, b], x, share, age, time) => {
          const customer = { frequency: [x], recency: [x > 0 ? share * age : 0], age: [age] };
          const pareto = {
            ...bgNbd,
            format: 'clv-pareto-nbd' as const,
            parameters: { r, alpha, s: a, beta: b },
            standardErrors: { r: 0, alpha: 0, s: 0, beta: 0 },
          };
          for (const model of [{ ...bgNbd, parameters: { r, alpha, a, b } }, pareto]) {
            const [alive] = probabilityAlive(model, customer);
            expect(alive >= 0 && alive <= 1).toBe(true);
            expect(expectedPurchases(model, customer, time)[0]).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

describe('expectedSpend', () => {
  it('names every row whose spend is not a number, and does not ask for one without a repeat purchase', () => {
    const table = { frequency: [2, 0, 1, 1.5], monetary_value: [NaN, NaN, Infinity, 3] };
    expect(() => expectedSpend(spend, table)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        faults: [
          expect.objectContaining({ row: 1, rule: 'not-a-spend' }),
          expect.objectContaining({ row: 3, rule: 'not-a-spend' }),
          expect.objectContaining({ row: 4, rule: 'not-a-count' }),
        ],
      }),
    );
    const { p, q, v } = spend.parameters;
    expect(expectedSpend(spend, { frequency: [0], monetary_value: [NaN] })[0]).toBe((p * v) / (q - 1));
  });
});

it.each([
  ['purchaseProbability', (model: BgNbdModel) => purchaseProbability(model, 1, 10)],
  ['valueIntervals', (model: BgNbdModel) => valueIntervals(model, spend, simulated, { timeUnit: 'week' })],
])('%s refuses a model of another kind than BG/NBD, of which it knows nothing', (_, ask) => {
  const { r, alpha, a, b } = bgNbd.parameters;
  const pareto = { ...bgNbd, format: 'clv-pareto-nbd', parameters: { r, alpha, s: a, beta: b } };
  expect(() => ask(pareto as unknown as BgNbdModel)).toThrow(
    expect.objectContaining({
      code: 'INVALID_MODEL',
      message: 'format must be clv-bg-nbd: clv-pareto-nbd',
    }),
  );
});

describe('purchaseProbability', () => {
  /** By the arbitrary precision of mpmath, from the published formula. */
  it.each([
    [{ r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425752 }, 0.1, 10, 3.7483733619487437e-19],
    [{ r: 50, alpha: 10, a: 2, b: 2 }, 1, 40, 2.2065158485839355e-21],
    [{ r: 1000, alpha: 1000, a: 0.1, b: 5 }, 1, 20, 1.5201184607438187e-19],
  ])(
    'of %j in %d has the digits of a chance that is small: of %d purchases %d',
    (parameters, time, count, chance) => {
      expect(purchaseProbability({ ...bgNbd, parameters }, count, time) / chance).toBeCloseTo(1, 9);
    },
  );

  it('refuses counts and times that there are not', () => {
    expect(() => purchaseProbability(bgNbd, 0.5, 10)).toThrow(
      'count must be a whole number from 0 to 1000000: 0.5',
    );
    expect(() => purchaseProbability(bgNbd, 1, -1)).toThrow('time must be a number of at least 0: -1');
  });
});

describe('a model from a file', () => {
  it('is refused where its parameters are none: of spend the mean of all must be finite', () => {
    const infinite = { ...spend, parameters: { ...spend.parameters, q: 0.5 } };
    expect(() => expectedSpend(infinite, { frequency: [0], monetary_value: [0] })).toThrow(
      'parameters.q must be a number above 1: 0.5',
    );
    const cohort = { format: 'clv-shifted-beta-geometric', version: 1, parameters: { alpha: 1 } };
    expect(() => cohortSurvival(cohort as never, 3)).toThrow(
      'parameters.beta must be a number above 0: undefined',
    );
  });

  it('is refused where it is of another kind or a later version', () => {
    expect(() => expectedPurchases({ ...bgNbd, version: 2 } as never, simulated, 1)).toThrow(
      'version must be 1: 2',
    );
    expect(() => expectedPurchases(spend as never, simulated, 1)).toThrow(
      'format must be clv-bg-nbd or clv-pareto-nbd: clv-gamma-gamma',
    );
  });
});

describe('customerValue', () => {
  it('is spend times purchases when money keeps its worth', () => {
    const value = customerValue(bgNbd, spend, simulated, {
      timeUnit: 'month',
      months: 6,
      monthlyDiscountRate: 0,
    });
    const purchases = expectedPurchases(bgNbd, simulated, 6);
    const each = expectedSpend(spend, simulated);
    for (let i = 0; i < 50; i++) expect(value[i]).toBeCloseTo(purchases[i] * each[i], 9);
  });

  it('has no default for the unit of time', () => {
    expect(() => customerValue(bgNbd, spend, simulated, {} as never)).toThrow(
      'timeUnit must be day, week or month: undefined',
    );
  });
});

describe('valueIntervals', () => {
  const table = simulateHistory(bgNbd, spend, ages(400), randomSource(8));
  const [purchases, spends] = [fitBgNbd(table), fitGammaGamma(table)];
  const options = { timeUnit: 'week', resamples: 12, seed: 3 } as const;

  it('tell how far they have come, to the end', () => {
    const steps: number[] = [];
    const onProgress = (done: number, total: number) => void steps.push(done / total);
    valueIntervals(purchases, spends, table, { ...options, resamples: 4, onProgress });
    expect(steps).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('hold the total under the parameters that customers were made with, and the estimates of nearly all of them', () => {
    const { low, high, total } = valueIntervals(purchases, spends, table, options);
    const truth = customerValue(bgNbd, spend, table, { timeUnit: 'week' });
    const estimate = customerValue(purchases, spends, table, { timeUnit: 'week' });
    const inside = estimate.filter((value, i) => value >= low[i] && value <= high[i]).length;
    expect(inside / estimate.length).toBeGreaterThan(0.9);
    const sum = truth.reduce((all, value) => all + value, 0);
    expect(total.low).toBeLessThan(sum);
    expect(total.high).toBeGreaterThan(sum);
  });

  it('name the resample that does not determine the models', () => {
    const few = simulateHistory(bgNbd, spend, ages(80), randomSource(8));
    const fewOptions = { timeUnit: 'week', resamples: 50 } as const;
    expect(() => valueIntervals(fitBgNbd(few), fitGammaGamma(few), few, fewOptions)).toThrow(
      /^resample \d+ of 50: (BG\/NBD|gamma-gamma) did not converge: \w/,
    );
  });

  it('are the same for the same seed', () => {
    const few = { ...options, resamples: 2 };
    const once = valueIntervals(purchases, spends, table, few);
    expect(valueIntervals(purchases, spends, table, few)).toEqual(once);
    expect(valueIntervals(purchases, spends, table, { ...few, seed: 4 })).not.toEqual(once);
  });
});
