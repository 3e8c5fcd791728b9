import { randomInputs } from '../../test/random-inputs.js';
import { defaultOffers } from '../offers/offer.js';
import { prescribe } from '../policy/prescribe.js';
import { expectedValues } from '../value/expected-values.js';
import { comparePolicies } from './compare-policies.js';

const inputs = randomInputs(2000, 5);
const budget = 8000;
const { values, choice, gain, spend, bound } = prescribe(inputs, { budget });
const truth = expectedValues({ ...inputs, sensitivity: randomInputs(2000, 6).sensitivity }, defaultOffers);

describe('comparePolicies', () => {
  const results = comparePolicies({ inputs, values, choice }, { budget, resamples: 200 });
  const of = (policy: string) => results.find((result) => result.policy === policy)!;

  it('has every policy, ours first', () => {
    expect(results.map(({ policy }) => policy)).toEqual([
      'ours',
      'none',
      'everyone_discount_5',
      'everyone_discount_10',
      'random',
      'highest_risk',
      'highest_value_at_risk',
      'original',
    ]);
  });

  it('tells of ours what the prescription told', () => {
    expect(of('ours').gain.value).toBeCloseTo(gain, 6);
    expect(of('ours').spend.value).toBeCloseTo(spend, 6);
    expect(of('ours').roi!.value).toBeCloseTo(gain / spend, 9);
    expect(of('ours').behindOurs).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('gives doing nothing no gain and no return', () => {
    expect(of('none')).toMatchObject({ gain: { value: 0, low: 0, high: 0 }, roi: null, customers: 0 });
  });

  it('lets no affordable policy beat the bound', () => {
    const affordable = results.filter(({ isAffordable }) => isAffordable);
    expect(affordable.map(({ policy }) => policy)).toEqual(
      expect.arrayContaining(['ours', 'none', 'random', 'highest_risk', 'highest_value_at_risk']),
    );
    for (const result of affordable) expect(result.gain.value).toBeLessThanOrEqual(bound);
  });

  it('has rules that rank or draw spend what ours does where there is no budget, who else would just give to everyone', () => {
    const unlimited = prescribe(inputs);
    const judged = comparePolicies({ inputs, ...unlimited }, { resamples: 20 });
    const dearest = Math.max(...unlimited.values.cost);
    for (const policy of ['random', 'highest_risk', 'highest_value_at_risk']) {
      const { gain, spend } = judged.find((result) => result.policy === policy)!;
      expect(spend.value).toBeLessThanOrEqual(unlimited.spend);
      expect(spend.value).toBeGreaterThan(unlimited.spend - dearest);
      expect(gain.value).toBeLessThanOrEqual(unlimited.gain);
    }
  });

  it('says that giving to everyone breaks the budget, and counts it by hand', () => {
    const everyone = of('everyone_discount_10');
    let cost = 0;
    for (let i = 0; i < 2000; i++) {
      const stay = 1 - inputs.pChurn[i] + inputs.pChurn[i] * 0.35 * inputs.sensitivity[i];
      cost += stay * 0.1 * inputs.price[i] * 12;
    }
    expect(everyone.spend.value).toBeCloseTo(cost, 5);
    expect(everyone).toMatchObject({ customers: 2000, isAffordable: false });
  });

  it('has the original charge one month against a year of value, and so treat most', () => {
    expect(of('original').customers).toBeGreaterThan(of('ours').customers);
    expect(of('original').gain.value).toBeLessThan(of('ours').gain.value + of('original').spend.value);
  });

  it('has the original choose what gains most where discounts run for a month', () => {
    const monthly = defaultOffers.map((offer) => ({ ...offer, months: 1 }));
    const { gain } = expectedValues(inputs, monthly);
    let [customers, gained] = [0, 0];
    for (let i = 0; i < 2000; i++) {
      const row = [...gain.subarray(3 * i, 3 * i + 3)];
      const best = row.indexOf(Math.max(...row));
      if (best > 0) customers++;
      gained += values.gain[3 * i + best];
    }
    expect(of('original').customers).toBe(customers);
    expect(of('original').gain.value).toBeCloseTo(gained, 6);
  });

  it('judges by the truth where it is known, the oracle ahead of all who can pay', () => {
    const judged = comparePolicies({ inputs, values, choice }, { budget, truth, resamples: 200 });
    const oracle = judged.at(-1)!;
    expect(oracle.policy).toBe('oracle');
    for (const { gain, spend } of judged)
      if (spend.value <= budget) expect(gain.value).toBeLessThanOrEqual(oracle.gain.value * (1 + 1e-3));
  });

  it('calls a policy affordable that was planned within the budget, whatever it truly spends', () => {
    const dearer = { ...values, cost: values.cost.map((cost) => 2 * cost) };
    const judged = comparePolicies({ inputs, values, choice }, { budget, truth: dearer, resamples: 20 });
    const ours = judged.find(({ policy }) => policy === 'ours')!;
    expect(ours.spend.value).toBeGreaterThan(budget);
    expect(ours.isAffordable).toBe(true);
  });

  it('gives nobody anything, at random either, where there is nothing to give', () => {
    const judged = comparePolicies({ inputs, ...prescribe(inputs, { offers: [] }) }, { resamples: 20 });
    for (const { customers, gain, spend } of judged)
      expect([customers, gain.value, spend.value]).toEqual([0, 0, 0]);
  });

  it('gives the same intervals for the same seed', () => {
    const options = { budget, resamples: 200, seed: undefined, confidence: undefined };
    expect(comparePolicies({ inputs, values, choice }, options)).toEqual(results);
  });

  it('refuses customers whose inputs are at fault, by their row among all', () => {
    const many = randomInputs(5000, 7);
    const policy = prescribe(many);
    many.pChurn[4999] = NaN;
    expect(() => comparePolicies({ inputs: many, ...policy })).toThrow('row 5000: pChurn must be in [0, 1]');
  });

  it.each([
    [{ resamples: 0 }, 'resamples must be a whole number from 1 to 1000000: 0'],
    [{ budget: NaN }, 'budget must be at least 0: NaN'],
    [{ confidence: 95 }, 'confidence must be between 0 and 1: 95'],
  ])('refuses %p', (options, message) => {
    expect(() => comparePolicies({ inputs, values, choice }, options)).toThrow(message);
  });

  it('refuses a policy for other customers', () => {
    expect(() => comparePolicies({ inputs, values, choice: new Int32Array(3) })).toThrow(
      'choice has 3 values, expected 2000',
    );
    expect(() => comparePolicies({ inputs, values, choice: choice.with(4, 9) })).toThrow(
      'row 5: choice must be a whole number from 0 to 2: 9',
    );
  });

  it('refuses a truth of other customers or offers', () => {
    const few = expectedValues(randomInputs(3, 1), []);
    expect(() => comparePolicies({ inputs, values, choice }, { truth: few })).toThrow(
      expect.objectContaining({
        faults: [
          expect.objectContaining({ message: 'truth has 3 customers, expected 2000' }),
          expect.objectContaining({ message: 'truth has 1 offers, expected 3' }),
        ],
      }),
    );
  });
});
