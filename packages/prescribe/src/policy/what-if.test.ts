import { randomSource } from '@clv/contracts';
import { gainAt } from '../budget/path.js';
import { defaultOffers, type Offer } from '../offers/offer.js';
import { prescribe } from './prescribe.js';
import { startWhatIf, whatIf, whatIfPath, type WhatIfChange } from './what-if.js';

function randomInputs(customers: number, seed: number) {
  const next = randomSource(seed);
  const column = (draw: () => number) => Float64Array.from({ length: customers }, draw);
  return {
    pChurn: column(() => next() ** 2),
    clv: column(() => 100 + 2000 * next()),
    price: column(() => 10 + 100 * next()),
    sensitivity: column(next),
  };
}

const inputs = randomInputs(5000, 5);
const offers: Offer[] = [...defaultOffers, { id: 'call', cost: 6, lift: 0.08 }];
const dearer = offers.map((offer) => (offer.id === 'call' ? { ...offer, cost: 9, lift: 0.1 } : offer));

describe('whatIf', () => {
  it.each<[string, WhatIfChange]>([
    ['a budget', { budget: 4321.5 }],
    ['no budget', { budget: Infinity }],
    ['an offer', { offers: dearer }],
    ['an offer and the budget', { offers: dearer, budget: 9000 }],
    ['the list of offers', { offers: offers.slice(1, 3) }],
    ['the budget’s basis', { budgetBasis: 'committed' }],
    ['a column', { inputs: { clv: inputs.clv.map((value) => 0.8 * value) } }],
  ])('after a change of %s is what prescribing anew gives', (_, change) => {
    const state = startWhatIf(inputs, { offers, budget: 7000 });
    const changed = whatIf(state, change);
    const { inputs: columns, ...options } = change;
    const anew = prescribe({ ...inputs, ...columns }, { offers, budget: 7000, ...options });
    expect(changed).toEqual(anew);
    expect(whatIf(state)).toEqual(anew);
  });

  it('changes nothing when the change is at fault', () => {
    const state = startWhatIf(inputs, { offers, budget: 7000 });
    const before = whatIf(state).gain;
    expect(() => whatIf(state, { budget: -1, offers: dearer })).toThrow('budget must be at least 0: -1');
    expect(() => whatIf(state, { offers: [{ id: 'a', discount: 2 }] })).toThrow('discount must be');
    expect(() => whatIf(state, { inputs: { clv: [1] } })).toThrow('clv has 1 values');
    expect(whatIf(state).gain).toBe(before);
  });

  it('draws the frontier that its budgets lie on', () => {
    const state = startWhatIf(inputs, { offers });
    const path = whatIfPath(state);
    expect(gainAt(path, 5000)).toBeCloseTo(whatIf(state, { budget: 5000 }).bound, 8);
  });
});

describe('prescribe', () => {
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
});
