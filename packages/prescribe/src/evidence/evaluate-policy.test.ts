import { randomSource } from '@clv/contracts';
import { evaluatePolicy, type ExperimentLog } from './evaluate-policy.js';

/** Customers whose answer to each of three offers is known, logged by an experiment with unequal propensities. */
function experiment(customers: number, seed: number, modelError = 0.1) {
  const next = randomSource(seed);
  const offers = 3;
  const log = {
    offers,
    offer: new Int32Array(customers),
    propensity: new Float64Array(customers),
    outcome: new Float64Array(customers),
    predicted: new Float64Array(customers * offers),
  };
  const policy = new Int32Array(customers);
  for (let i = 0; i < customers; i++) {
    const feature = next();
    const stays = [0.5 + 0.3 * feature, 0.6 + 0.2 * feature, 0.9 - 0.4 * feature];
    const propensities = [0.5, 0.3 * feature + 0.1, 0.4 - 0.3 * feature];
    const draw = next();
    const offer = draw < propensities[0] ? 0 : draw < propensities[0] + propensities[1] ? 1 : 2;
    log.offer[i] = offer;
    log.propensity[i] = propensities[offer];
    log.outcome[i] = next() < stays[offer] ? 1 : 0;
    for (let a = 0; a < offers; a++) log.predicted[i * offers + a] = stays[a] + modelError;
    policy[i] = feature < 0.5 ? 2 : 1;
  }
  return { log, policy };
}

/** The mean over features uniform in [0, 1] of what the policy above wins: half of 0.8 and half of 0.75. */
const trueValue = 0.5 * (0.9 - 0.4 * 0.25) + 0.5 * (0.6 + 0.2 * 0.75);

describe('evaluatePolicy', () => {
  it('covers the truth with 93 to 97% of its 95% intervals, by IPS, SNIPS and DR with a model that is wrong', () => {
    const covered = { ips: 0, snips: 0, dr: 0 };
    for (let seed = 0; seed < 500; seed++) {
      const { log, policy } = experiment(1500, seed);
      const value = evaluatePolicy(log, policy);
      for (const estimator of ['ips', 'snips', 'dr'] as const) {
        const { low, high } = value[estimator]!;
        if (low <= trueValue && trueValue <= high) covered[estimator]++;
      }
    }
    for (const count of Object.values(covered)) {
      expect(count / 500).toBeGreaterThanOrEqual(0.93);
      expect(count / 500).toBeLessThanOrEqual(0.97);
    }
  });

  it.each([
    ['nearly all stay', 0.97, 1 / 3, 300],
    ['few stay', 0.03, 1 / 4, 500],
    ['nearly all stay and get the offer', 0.98, 5 / 6, 130],
  ])('holds the truth by SNIPS and DR where %s', (_, stay, chance, customers) => {
    const next = randomSource(23);
    const covered = { snips: 0, dr: 0 };
    for (let trial = 0; trial < 500; trial++) {
      const offer = Int32Array.from({ length: customers }, () => +(next() < chance));
      const log: ExperimentLog = {
        offers: 2,
        offer,
        propensity: Float64Array.from(offer, (got) => (got ? chance : 1 - chance)),
        outcome: Float64Array.from(offer, () => +(next() < stay)),
        predicted: new Float64Array(2 * customers).fill(stay + 0.01),
      };
      const { snips, dr } = evaluatePolicy(log, new Int32Array(customers).fill(1));
      if (snips.low <= stay && stay <= snips.high) covered.snips++;
      if (dr!.low <= stay && stay <= dr!.high) covered.dr++;
    }
    expect(covered.snips / 500).toBeGreaterThan(0.94);
    expect(covered.dr / 500).toBeGreaterThan(0.94);
  });

  it('claims no certainty where all who got what the policy gives stayed', () => {
    const { snips } = evaluatePolicy(
      { offers: 2, offer: [1, 0, 1, 1], propensity: [0.5, 0.5, 0.5, 0.5], outcome: [1, 0, 1, 1] },
      [1, 1, 1, 1],
    );
    expect(snips.value).toBe(1);
    expect(snips.low).toBeLessThan(0.6);
  });

  it('has the model’s word alone by DR where nobody got what the policy gives', () => {
    const log = { offers: 2, offer: [1, 0, 1], propensity: [0.5, 0.5, 0.5], outcome: [1, 0, 1] };
    const { dr, dm } = evaluatePolicy(
      { ...log, predicted: Float64Array.of(0, 1, 0.2, 1, 0, 0.3) },
      [0, 1, 0],
    );
    expect(dr).toEqual(dm);
  });

  it('is narrower with a model than without, and DM alone inherits the model’s error', () => {
    const { log, policy } = experiment(20_000, 1);
    const { ips, dr, dm } = evaluatePolicy(log, policy);
    expect(dr!.high - dr!.low).toBeLessThan(ips.high - ips.low);
    expect(dm!.value - trueValue).toBeCloseTo(0.1, 2);
    expect(Math.abs(dr!.value - trueValue)).toBeLessThan(0.02);
  });

  it('weighs three customers as one does by hand', () => {
    const log: ExperimentLog = {
      offers: 2,
      offer: [1, 0, 1],
      propensity: [0.5, 0.5, 0.25],
      outcome: [1, 0, 3],
      predicted: Float64Array.of(0, 2, 0, 1, 0, 2),
    };
    const { ips, snips, dm, dr, effectiveSampleSize, matched } = evaluatePolicy(log, [1, 1, 1]);
    expect(ips.value).toBeCloseTo((1 / 0.5 + 3 / 0.25) / 3, 12);
    expect(snips.value).toBeCloseTo((1 / 0.5 + 3 / 0.25) / (2 + 4), 12);
    expect(dm!.value).toBeCloseTo(5 / 3, 12);
    expect(dr!.value).toBeCloseTo((2 + 2 * (1 - 2) + 1 + 2 + 4 * (3 - 2)) / 3, 12);
    expect(effectiveSampleSize).toBeCloseTo(36 / 20, 12);
    expect(matched).toBe(2);
  });

  it('is the plain mean when the policy is what was logged for everyone', () => {
    const { log } = experiment(500, 2);
    const all = { ...log, propensity: new Float64Array(500).fill(1) };
    const mean = log.outcome.reduce((sum, value) => sum + value, 0) / 500;
    const { ips, dr } = evaluatePolicy(all, log.offer);
    expect(ips.value).toBeCloseTo(mean, 12);
    expect(dr!.value).toBeCloseTo(mean, 12);
  });

  it('warns when few customers speak for the policy', () => {
    const { log, policy } = experiment(200, 3);
    expect(evaluatePolicy(log, policy).warnings[0]).toMatch(
      /^effective sample size \d+\.\d of 200 customers: too small/,
    );
    expect(evaluatePolicy({ ...log, offer: policy.map((a) => 3 - a) }, policy).warnings[0]).toMatch(
      'nothing is known',
    );
    expect(evaluatePolicy(experiment(5000, 3).log, experiment(5000, 3).policy).warnings).toEqual([]);
  });

  it.each<[string, Partial<Record<keyof ExperimentLog, unknown>>, string]>([
    ['no propensity', { propensity: undefined }, 'the log has no propensity'],
    ['a propensity of 0', { propensity: [0.5, 0] }, 'row 2: propensity must be above 0 and at most 1: 0'],
    ['an offer that is not there', { offer: [1, 7] }, 'row 2: offer must be a whole number from 0 to 1: 7'],
    ['a short column', { offer: [1] }, 'offer has 1 values, expected 2'],
    ['a NaN outcome', { outcome: [1, NaN] }, 'row 2: outcome must be a finite number: NaN'],
    [
      'a NaN prediction',
      { predicted: Float64Array.of(0, 0, 0, NaN) },
      'predicted must be a finite number: NaN',
    ],
  ])('refuses %s', (_, fault, message) => {
    const log = {
      offers: 2,
      offer: [1, 0],
      propensity: [0.5, 0.5],
      outcome: [1, 0],
      ...fault,
    } as ExperimentLog;
    expect(() => evaluatePolicy(log, [1, 1])).toThrow(message);
  });
});
