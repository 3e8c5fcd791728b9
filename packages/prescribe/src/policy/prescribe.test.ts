import { randomInputs } from '../../test/random-inputs.js';
import { allocateBudget } from '../allocate-budget.js';
import { defaultOffers, type Offer } from '../offers/offer.js';
import type { CustomerInputs } from '../value/inputs.js';
import { prescribe } from './prescribe.js';
import type { PrescribeOptions } from './prescription.js';

const inputs = randomInputs(5000, 5);
const offers: Offer[] = [...defaultOffers, { id: 'call', cost: 6, lift: 0.08 }];

describe('prescribe', () => {
  it('takes a table as well as arrays', () => {
    const columns = { p_churn: [0.4, 0.05, 0.6], worth: [1000, 1000, 600], price: [50, 50, 40] };
    const table = {
      columnNames: () => Object.keys(columns),
      array: (name: string) => columns[name as keyof typeof columns],
    };
    const arrays = { pChurn: columns.p_churn, clv: columns.worth, price: columns.price };
    const { choice, gain } = prescribe(table, { columns: { clv: 'worth' }, budget: 50 });
    expect({ choice, gain }).toEqual(
      (({ choice, gain }) => ({ choice, gain }))(prescribe(arrays, { budget: 50 })),
    );
    expect(gain).toBeGreaterThan(0);
  });

  it('makes no offer that does not strictly beat doing nothing, and adds up', () => {
    const { choice, values, gain, spend, baseline, optimized, bound } = prescribe(inputs, {
      offers,
      budget: 7000,
    });
    const totals = { gain: 0, spend: 0, baseline: 0, optimized: 0 };
    choice.forEach((a, i) => {
      const at = i * values.offers.length;
      if (a > 0) expect(values.value[at + a]).toBeGreaterThan(values.value[at]);
      totals.gain += values.gain[at + a];
      totals.spend += values.cost[at + a];
      totals.baseline += values.value[at];
      totals.optimized += values.value[at + a];
    });
    expect(gain).toBeCloseTo(totals.gain, 6);
    expect(spend).toBeCloseTo(totals.spend, 6);
    expect(baseline).toBeCloseTo(totals.baseline, 5);
    expect(optimized).toBeCloseTo(totals.optimized, 5);
    expect(spend).toBeLessThanOrEqual(7000);
    expect(gain).toBeLessThanOrEqual(bound);
  });

  it('gives the same twice, a row alone what it gets among others, and leaves its inputs as they were', () => {
    const given = structuredClone(inputs);
    const once = prescribe(given, { offers });
    expect(prescribe(given, { offers })).toEqual(once);
    expect(given).toEqual(inputs);
    for (const i of [0, 17, 4999]) {
      const alone = Object.fromEntries(Object.entries(inputs).map(([name, column]) => [name, [column[i]]]));
      expect(prescribe(alone as unknown as CustomerInputs, { offers }).choice[0]).toBe(once.choice[i]);
    }
  });

  it('gives everyone none where every offer ties with it', () => {
    const { choice, gain } = prescribe(inputs, { offers: [{ id: 'nothing' }] });
    expect(choice.every((a) => a === 0)).toBe(true);
    expect(gain).toBe(0);
  });

  it('never commits more than the budget on the committed basis', () => {
    const { choice, budgeted, spend } = prescribe(inputs, { budget: 5000, budgetBasis: 'committed' });
    let committed = 0;
    choice.forEach((a, i) => (committed += inputs.price[i] * 12 * [0, 0.05, 0.1][a]));
    expect(committed).toBeLessThanOrEqual(5000 + 1e-6);
    expect(budgeted).toBeCloseTo(committed, 6);
    expect(spend).toBeLessThan(budgeted);
  });

  it('refuses a basis that it does not know', () => {
    expect(() => prescribe(inputs, { budgetBasis: 'expcted' as 'expected' })).toThrow(
      'did you mean expected?',
    );
  });

  it('contacts no more than the capacity, and refuses contradictions', () => {
    const many = { pChurn: [0.5, 0.6, 0.7], clv: [900, 900, 900], price: [1, 1, 1] };
    const call = [{ id: 'call', cost: 1, lift: 0.5 }];
    const { choice, bound, objective } = prescribe(many, { offers: call, capacity: { total: 1 } });
    expect([...choice]).toEqual([0, 0, 1]);
    expect(bound).toBeGreaterThanOrEqual(objective);
    const perSegment = { segment: ['a', 'a', 'b'], limits: { a: { minSpend: 5 } } };
    expect(() => prescribe(many, { offers: call, perSegment })).toThrow('minSpend 5 of a is above the 2.00');
  });
});

describe('an amount that no customer is worth', () => {
  const call = [{ id: 'call', cost: 1, lift: 0.5 }];
  const one = { pChurn: [0.5, 0.5], clv: [1e50, 1e50], price: [1e50, 1e50] };
  const tenth = [{ id: 'tenth', discount: 0.1, months: 1e50, lift: 0.5 }, ...call];

  it.each<[string, () => unknown, string]>([
    ['clv', () => prescribe({ ...one, clv: [1, 1e308] }), 'row 2: clv must be at most 1e+50 in size: 1e+308'],
    [
      'clv',
      () => prescribe({ ...one, clv: [-1e308, 1] }),
      'row 1: clv must be at most 1e+50 in size: -1e+308',
    ],
    [
      'price',
      () => prescribe({ ...one, price: [1e51, 1] }),
      'row 1: price must be at most 1e+50 in size: 1e+51',
    ],
    [
      'cost',
      () => prescribe(one, { offers: [{ id: 'a', cost: 1e308 }] }),
      'offer a: cost must be at most 1e+50 in size',
    ],
    [
      'months',
      () => prescribe(one, { offers: [{ id: 'a', months: 1e308 }] }),
      'offer a: months must be at most 1e+50',
    ],
    [
      'gain',
      () =>
        allocateBudget({
          customers: 1,
          offers: 2,
          gain: Float64Array.of(0, 1e308),
          cost: Float64Array.of(0, 1),
        }),
      'row 1, offer 1: gain must be at most 1e+50 in size: 1e+308',
    ],
  ])('is refused as %s, as sums of such are no numbers', (_, ask, message) => {
    expect(ask).toThrow(message);
  });

  it.each<PrescribeOptions>([
    {},
    { budget: 1e99 },
    { budget: 1e308, budgetBasis: 'committed', riskAversion: 1e308 },
    { budget: 1e99, capacity: { total: 1 } },
    { capacity: { total: Infinity }, perSegment: { segment: [1, 2], limits: { 1: { maxSpend: 1e308 } } } },
  ])('is refused only where it is greater: all figures are numbers with %j', (options) => {
    const effectError = Float64Array.from({ length: 6 }, () => 1e50);
    const {
      values,
      offers: _,
      choice,
      budgetBasis,
      ...figures
    } = prescribe({ ...one, effectError }, { offers: tenth, ...options });
    const all = [...Object.values(figures), ...values.value, ...values.cost, ...values.gain];
    expect(all.filter((figure) => !Number.isFinite(figure))).toEqual([]);
    expect([...choice, budgetBasis]).toHaveLength(3);
  });
});

describe('an option that is misspelt', () => {
  it('is refused, as a budget that nobody reads would be no limit', () => {
    const misspelt = { offers: [{ id: 'none' }], bugdet: 10 } as object;
    expect(() => prescribe({ clv: [1], pChurn: [0.5], price: [1] }, misspelt)).toThrow(
      'unknown option: bugdet (did you mean budget?)',
    );
  });
});

describe('riskAversion', () => {
  const offers = [{ id: 'call', cost: 10 }];
  /** One customer whom a call keeps with .05 more, give or take; worth 1,000, so it gains 40 on average. */
  const inputs = (effectError: number) => ({
    pChurn: [0.5],
    clv: [1000],
    price: [0],
    effect: Float64Array.of(0, 0.05),
    effectError: Float64Array.of(0, effectError),
  });

  it('makes the offer while its lowered gain is above 0, and tells both figures', () => {
    const bold = prescribe(inputs(0.03), { offers, riskAversion: 1 });
    expect([...bold.choice]).toEqual([1]);
    expect(bold.gain).toBeCloseTo(40, 9);
    expect(bold.objective).toBeCloseTo(40 - 30, 9);
    expect([...prescribe(inputs(0.03), { offers, riskAversion: 1.5 }).choice]).toEqual([0]);
    expect([...prescribe(inputs(0.03), { offers }).choice]).toEqual([1]);
  });

  it('refuses a negative one, and negative errors', () => {
    expect(() => prescribe(inputs(0.03), { offers, riskAversion: -1 })).toThrow(
      'riskAversion must be a number of at least 0: -1',
    );
    expect(() => prescribe(inputs(-0.1), { offers })).toThrow(
      'effectError of offer call must be a finite number of at least 0: -0.1',
    );
  });
});
