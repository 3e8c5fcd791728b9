import { randomSource } from '@clv/contracts';
import { areaAboveRandom, qiniCurve } from './curves.js';
import { evaluateUplift } from './evaluate-uplift.js';
import { rankWeightedEffect } from './rank-weighted-effect.js';
import { rankBy } from './ranking.js';

/** An evaluation of four customers is only arithmetic: every one of them twice has the same curves. */
const twice = <T>(values: T[]) => [...values, ...values];

describe('evaluateUplift', () => {
  it.each([
    ['qini', [0, 1], [1, 0], 1],
    ['auuc', [0, 1], [1, 0], 0],
    ['auuc', [1, 0], [0, 1], 1],
  ] as const)(
    'gives the %s of scikit-uplift for outcomes %j, treated %j: %d',
    (measure, outcome, treated, value) => {
      const options = {
        effect: twice([0.1, 0.3]),
        outcome: twice([...outcome]),
        treated: twice([...treated]),
      };
      expect(evaluateUplift({ ...options, resamples: 2 })[measure].value).toBeCloseTo(value, 12);
    },
  );

  const next = randomSource(4);
  const customers = 4000;
  const effect = Float64Array.from({ length: customers }, () => next() * 0.4);
  const treated = effect.map(() => +(next() < 0.5));
  const outcome = effect.map((change, i) => +(next() < 0.3 + treated[i] * change));
  const evaluation = evaluateUplift({ effect, outcome, treated, propensity: 0.5 });

  it('finds a true effect: its average, its calibration, and a ranking that beats a random one', () => {
    const { averageEffect, ranking, calibration, upliftAt } = evaluation;
    expect(averageEffect.low).toBeLessThan(0.2);
    expect(averageEffect.high).toBeGreaterThan(0.2);
    expect(ranking.pValue).toBeLessThan(0.01);
    expect(ranking.low).toBeGreaterThan(0);
    expect(calibration).toHaveLength(10);
    const within = calibration.filter(
      ({ predicted, observed }) => predicted > observed.low && predicted < observed.high,
    );
    expect(within.length).toBeGreaterThanOrEqual(8);
    const [first] = upliftAt;
    expect(first.low).toBeLessThan(0.38);
    expect(first.high).toBeGreaterThan(0.38);
  });

  it('tells how unlikely by chance a ranking is that lies beyond 8 standard errors', () => {
    const amount = effect.map((change, i) => 10 * treated[i] * change + next());
    const { value, high, pValue } = evaluateUplift({
      effect,
      outcome: amount,
      treated,
      resamples: 2,
    }).ranking;
    expect(value / ((high - value) / 1.96)).toBeGreaterThan(8.3);
    expect(pValue).toBeGreaterThan(0);
    expect(pValue).toBeLessThan(1e-16);
  });

  it('gives the same effects and intervals of amounts that are as much more for everyone', () => {
    const amount = effect.map((change, i) => Math.round(1024 * (next() + treated[i] * change)) / 1024);
    const propensity = effect.map((change) => 0.3 + change);
    for (const chances of [0.5, propensity]) {
      const of = (more: number) =>
        evaluateUplift({
          ...{ effect, treated, propensity: chances, resamples: 2 },
          outcome: amount.map((value) => value + more),
        });
      const [usual, far] = [of(0), of(2 ** 32)];
      const pairs = [
        [usual.averageEffect, far.averageEffect],
        ...usual.upliftAt.map((one, k) => [one, far.upliftAt[k]]),
        ...usual.calibration.map(({ observed }, k) => [observed, far.calibration[k].observed]),
      ];
      for (const [one, other] of pairs)
        for (const end of ['value', 'low', 'high'] as const) expect(other[end]).toBeCloseTo(one[end], 5);
    }
  });

  it.each([0, 0.1, 1e9 / 3])('finds nothing, for certain, where the outcome is %d for everyone', (same) => {
    const { ranking, averageEffect } = evaluateUplift({
      ...{ effect, treated, propensity: 0.5, resamples: 2 },
      outcome: effect.map(() => same),
    });
    expect(ranking).toEqual({ value: 0, low: 0, high: 0, pValue: 1 });
    expect(averageEffect.value).toBe(0);
  });

  it('does not ask in which order customers of equal effect stand in the log', () => {
    const rows = [...outcome.keys()];
    const sorted = rows.sort((a, b) => treated[b] - treated[a] || outcome[b] - outcome[a]);
    const at = (values: Float64Array) => sorted.map((row) => values[row]);
    const alike = { effect: sorted.map(() => 0.2), outcome: at(outcome), treated: at(treated) };
    const { averageEffect, calibration, upliftAt } = evaluateUplift({ ...alike, resamples: 2 });
    const error = (averageEffect.high - averageEffect.low) / 4;
    for (const { share, value } of upliftAt)
      expect(Math.abs(value - averageEffect.value)).toBeLessThan((4 * error) / Math.sqrt(share));
    for (const { observed } of calibration)
      expect(Math.abs(observed.value - averageEffect.value)).toBeLessThan(4 * error * Math.sqrt(10));
  });

  it.each([
    [0.29, 100],
    [0.57, 100],
    [0.29, 200],
    [0.58, 400],
    [0.3, 10],
    [1, 7],
  ])('reports the uplift of %d of %d customers by as many as that is', (share, all) => {
    const rows = Array.from({ length: all }, (_, i) => i);
    const log = {
      effect: rows.map((i) => -i),
      treated: rows.map((i) => i % 2),
      outcome: rows.map((i) => i * i),
    };
    const meanOf = (arm: number) => {
      const some = rows.slice(0, Math.round(share * all)).filter((i) => log.treated[i] === arm);
      return some.reduce((sum, i) => sum + log.outcome[i], 0) / some.length;
    };
    const { upliftAt } = evaluateUplift({ ...log, shares: [share], resamples: 2 });
    expect(upliftAt[0].value).toBeCloseTo(meanOf(1) - meanOf(0), 8);
  });

  it('puts fewer customers than groups into one group each', () => {
    const few = { effect: [0.1, 0.2, 0.3, 0.4], outcome: [0, 1, 1, 0], treated: [0, 1, 0, 1] };
    const { calibration } = evaluateUplift({ ...few, resamples: 2 });
    expect(calibration.map(({ customers, predicted }) => [customers, predicted])).toEqual(
      few.effect.map((each) => [1, each]),
    );
  });

  it('gives no AUUC of outcomes that have no perfect order there, and a Qini of at most 1', () => {
    const spent = outcome.map((came, i) => came * (10 + 50 * effect[i]));
    const { auuc, qini } = evaluateUplift({ effect, outcome: spent, treated, resamples: 2 });
    expect(auuc).toEqual({ value: NaN, low: NaN, high: NaN });
    expect(qini.value > 0 && qini.value <= 1).toBe(true);
  });

  it.each([
    [{ shares: [50] }, 'shares[0] must be in (0, 1]: 50'],
    [{ resamples: 0 }, 'resamples must be a whole number from 2 to 1000000: 0'],
    [{ groups: 0.5 }, 'groups must be a whole number of at least 1: 0.5'],
    [{ confidence: 95 }, 'confidence must be between 0 and 1: 95'],
  ])('refuses %j', (odd, message) => {
    expect(() => evaluateUplift({ effect, outcome, treated, ...odd })).toThrow(message);
  });

  it('bands its curve by the interval of the difference of means so far', () => {
    const { curve, band, upliftAt } = evaluation;
    const order = Array.from(effect.keys()).sort((one, other) => effect[other] - effect[one]);
    for (const { share, value, low, high } of upliftAt) {
      const first = Math.floor(share * customers);
      const at = curve.customers.indexOf(first);
      const offered = order.slice(0, first).reduce((sum, i) => sum + treated[i], 0);
      expect(curve.gain[at]).toBeCloseTo(offered * value, 8);
      expect(band.low[at]).toBeCloseTo(offered * low, 8);
      expect(band.high[at]).toBeCloseTo(offered * high, 8);
    }
    expect([band.low[0], band.high[0], band.low.length]).toEqual([0, 0, curve.gain.length]);
  });

  describe('of customers whose chances of the offer differ', () => {
    // Whoever is likelier to stay anyway is likelier to get the offer, which changes nobody.
    const anyway = effect.map(() => next());
    const propensity = anyway.map((chance) => 0.1 + 0.8 * chance);
    const got = propensity.map((chance) => +(next() < chance));
    const stayed = anyway.map((chance) => +(next() < 0.2 + 0.6 * chance));
    const log = { outcome: stayed, treated: got, propensity };

    it.each([
      ['by lot', anyway.map(() => next())],
      ['the likeliest first', anyway],
      ['the likeliest last', anyway.map((chance) => -chance)],
    ])('finds no effect where there is none, whatever the order: %s', (_, order) => {
      const { curve, band, qini, auuc, upliftAt } = evaluateUplift({
        effect: order,
        ...log,
        confidence: 0.999,
      });
      for (const { low, high } of [qini, auuc, ...upliftAt]) {
        expect(low).toBeLessThan(0);
        expect(high).toBeGreaterThan(0);
      }
      curve.gain.slice(1).forEach((_gain, k) => {
        if (k < 100) return;
        expect(band.low[k + 1]).toBeLessThan(0);
        expect(band.high[k + 1]).toBeGreaterThan(0);
      });
      expect(curve.customers.at(-1)).toBe(customers);
    });

    it('finds the effect of one of several offers, for all, by the chances of what each got', () => {
      const draw = randomSource(21);
      const many = Array.from({ length: 40_000 }, () => {
        const loyal = draw();
        const [one, other] = [0.15 + 0.5 * (1 - loyal), 0.2];
        const drawn = draw();
        const got = drawn < one ? 'one' : drawn < one + other ? 'other' : 'none';
        const change = 0.2 * loyal;
        const stayed = +(draw() < 0.2 + 0.6 * loyal + (got === 'one' ? change : 0));
        return { got, change, stayed, chance: got === 'one' ? one : 1 - one - other };
      });
      const rows = many.filter(({ got }) => got !== 'other');
      const { averageEffect, calibration, curve, ranking } = evaluateUplift({
        effect: rows.map(({ change }) => change),
        outcome: rows.map(({ stayed }) => stayed),
        treated: rows.map(({ got }) => got === 'one'),
        propensity: rows.map(({ got, chance }) => (got === 'one' ? chance : 1 - chance)),
        resamples: 2,
        groups: 5,
        confidence: 0.999,
      });
      expect(averageEffect.low).toBeLessThan(0.1);
      expect(averageEffect.high).toBeGreaterThan(0.1);
      const offered = rows.filter(({ got }) => got === 'one').length;
      expect(curve.gain.at(-1)! / offered).toBeCloseTo(averageEffect.value, 10);
      expect(ranking.value).toBeGreaterThan(0);
      for (const { predicted, observed } of calibration) {
        expect(observed.low).toBeLessThan(predicted);
        expect(observed.high).toBeGreaterThan(predicted);
      }
    });

    it('has the gain of the whole, and its interval, of means weighted by hand', () => {
      const { curve, band } = evaluateUplift({ effect: anyway, ...log, resamples: 2 });
      // As if two more customers of average weight were in each arm, one of whom stays.
      const arm = (which: number) => {
        const rows = Array.from(got.keys()).filter((i) => got[i] === which);
        const weights = rows.map((i) => 1 / (which ? propensity[i] : 1 - propensity[i]));
        const average = weights.reduce((sum, weight) => sum + weight, 0) / rows.length;
        const mean = rows.reduce((sum, i, k) => sum + (weights[k] / average) * stayed[i], 0) / rows.length;
        const centre = (rows.length * mean + 1) / (rows.length + 2);
        const squares = rows.reduce(
          (sum, i, k) => sum + ((weights[k] / average) * (stayed[i] - mean)) ** 2,
          0,
        );
        const more = rows.length * (centre - mean) ** 2 + centre ** 2 + (1 - centre) ** 2;
        return { mean, centre, variance: (squares + more) / (rows.length + 2) ** 2, customers: rows.length };
      };
      const [none, offered] = [arm(0), arm(1)];
      const reach = 1.959963985 * Math.sqrt(none.variance + offered.variance);
      const centre = offered.centre - none.centre;
      expect(curve.gain.at(-1)! / offered.customers).toBeCloseTo(offered.mean - none.mean, 10);
      expect(band.low.at(-1)! / offered.customers).toBeCloseTo(centre - reach, 8);
      expect(band.high.at(-1)! / offered.customers).toBeCloseTo(centre + reach, 8);
    });
  });

  it('is the same to the last bit where everyone has the same chance, however that is told', () => {
    for (const propensity of [
      new Float64Array(customers).fill(0.5),
      treated.map((got) => (got ? 1 / 3 : 1 - 2 / 3)),
    ]) {
      const { curve, band, qini } = evaluateUplift({ effect, outcome, treated, propensity });
      expect({ curve, band, qini }).toEqual({
        curve: evaluation.curve,
        band: evaluation.band,
        qini: evaluation.qini,
      });
    }
  });

  it('is the same to the last bit where chances differ between offers but not between customers', () => {
    const propensity = treated.map((got) => (got ? 0.3 : 0.4));
    const shares = evaluateUplift({ effect, outcome, treated });
    expect(evaluateUplift({ effect, outcome, treated, propensity })).toEqual(shares);
  });

  it('has a qini of 0 for effects that are all the same, whatever the order of the rows', () => {
    const same = evaluateUplift({ effect: effect.map(() => 1), outcome, treated, resamples: 2 });
    expect(same.qini.value).toBeCloseTo(0, 12);
    expect(same.ranking.value).toBeCloseTo(0, 12);
  });

  it('turns its signs with the order', () => {
    const worst = evaluateUplift({
      effect: effect.map((value) => -value),
      outcome,
      treated,
      propensity: 0.5,
    });
    expect(worst.qini.high).toBeLessThan(0);
    expect(worst.ranking.high).toBeLessThan(0);
  });

  it('gives the same intervals for the same seed, which hold the estimate', () => {
    expect(evaluateUplift({ effect, outcome, treated, propensity: 0.5 })).toEqual(evaluation);
    expect(evaluation.qini.low).toBeLessThan(evaluation.qini.value);
    expect(evaluation.qini.high).toBeGreaterThan(evaluation.qini.value);
  });

  it('names every row that is amiss', () => {
    const attempt = () =>
      evaluateUplift({
        effect: [1, NaN, 1, 1],
        outcome: [0, 1, Infinity, 1],
        treated: [0, 1, 2, 1],
        propensity: 0,
      });
    expect(attempt).toThrow('row 1, propensity: must be above 0 and below 1: 0\nrow 2, effect');
    expect(() => evaluateUplift({ effect: [1, 2], outcome: [1, 2, 3], treated: [1, 0, 1] })).toThrow(
      'effect must have 3 values, as outcome has: 2',
    );
    expect(() => evaluateUplift({ effect: [1, 2], outcome: [1, 0], treated: [1, 1] })).toThrow(
      '2 without the offer',
    );
  });
});

describe('the random line', () => {
  it('is what random orders gain on average', () => {
    const next = randomSource(9);
    const outcome = Float64Array.from({ length: 300 }, () => +(next() < 0.4));
    const treated = outcome.map(() => +(next() < 0.5));
    let sum = 0;
    for (let order = 0; order < 2000; order++) {
      const effect = outcome.map(() => next());
      sum += areaAboveRandom(qiniCurve(rankBy(effect, outcome, treated).ranking)) / 300;
    }
    expect(Math.abs(sum / 2000)).toBeLessThan(0.5);
  });
});

describe('rankWeightedEffect', () => {
  it('is the mean over shares of the effect among the first less that among all, by brute force', () => {
    const scores = Float64Array.of(0.9, 0.1, 0.4, -0.2, 0.3);
    const meanOfFirst = (k: number) => scores.slice(0, k).reduce((sum, score) => sum + score, 0) / k;
    const brute = [1, 2, 3, 4, 5].reduce((sum, k) => sum + meanOfFirst(k) / 5, 0) - meanOfFirst(5);
    expect(rankWeightedEffect(scores, Int32Array.of(1, 2, 3, 4, 5)).estimate).toBeCloseTo(brute, 12);
  });

  it('rejects a random ranking at its stated rate: 3 to 7% at the 5% level', () => {
    let rejections = 0;
    const trials = 2000;
    const next = randomSource(12);
    for (let trial = 0; trial < trials; trial++) {
      const scores = Float64Array.from({ length: 400 }, () => (next() < 0.5 ? 2 : -2) * +(next() < 0.3));
      const cuts = Int32Array.from({ length: 80 }, (_, i) => 5 * (i + 1));
      const { estimate, standardError } = rankWeightedEffect(scores, cuts);
      if (Math.abs(estimate) > 1.96 * standardError) rejections++;
    }
    expect(rejections / trials).toBeGreaterThan(0.03);
    expect(rejections / trials).toBeLessThan(0.07);
  });
});

describe('the average effect and the calibration', () => {
  it.each([
    ['few leave', { customers: 400, stay: 0.97, change: 0.01, share: 0.5 }],
    ['few leave and few go without the offer', { customers: 400, stay: 0.95, change: 0.02, share: 0.9 }],
    ['customers are few', { customers: 60, stay: 0.9, change: 0.05, share: 0.5 }],
  ])('have intervals that hold the truth where %s', (_, { customers, stay, change, share }) => {
    const next = randomSource(17);
    const held = { average: 0, groups: 0 };
    let compared = 0;
    const trials = 300;
    for (let trial = 0; trial < trials; trial++) {
      const treated = Array.from({ length: customers }, () => +(next() < share));
      const outcome = treated.map((got) => +(next() < stay + change * got));
      const log = { effect: treated.map(() => next()), outcome, treated, resamples: 2 };
      const { averageEffect, calibration } = evaluateUplift(log);
      const holds = ({ low, high }: { low: number; high: number }) => +(low <= change && change <= high);
      held.average += holds(averageEffect);
      const groups = calibration.filter(({ observed }) => !Number.isNaN(observed.value));
      compared += groups.length;
      held.groups += groups.reduce((sum, { observed }) => sum + holds(observed), 0);
    }
    expect(held.average / trials).toBeGreaterThan(0.93);
    expect(held.groups / compared).toBeGreaterThan(0.94);
  });

  it('compare nobody in a group of whom all got the same', () => {
    const log = { effect: [4, 3, 2, 1], outcome: [1, 0, 1, 0], treated: [1, 1, 0, 0] };
    const { calibration } = evaluateUplift({ ...log, groups: 2, resamples: 2 });
    for (const { observed } of calibration) expect(observed).toEqual({ value: NaN, low: NaN, high: NaN });
  });
});

describe('the effect among the first customers', () => {
  it('has an interval that holds the truth where few of them leave', () => {
    const next = randomSource(11);
    let held = 0;
    for (let trial = 0; trial < 300; trial++) {
      const treated = Array.from({ length: 200 }, (_, i) => i % 2);
      const outcome = treated.map((t) => (next() < 0.95 + 0.03 * t ? 1 : 0));
      const effect = treated.map(() => next());
      const [first] = evaluateUplift({ effect, outcome, treated, shares: [0.2], resamples: 2 }).upliftAt;
      if (first.low <= 0.03 && 0.03 <= first.high) held++;
    }
    expect(held / 300).toBeGreaterThan(0.94);
  });
});
