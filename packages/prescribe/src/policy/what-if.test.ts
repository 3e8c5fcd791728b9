import fc from 'fast-check';
import { bitsOf } from '../../test/bits-of.js';
import { limitsOf } from '../../test/constrained-problems.js';
import { randomInputs } from '../../test/random-inputs.js';
import { gainAt } from '../budget/budget-path.js';
import { defaultOffers, type Offer } from '../offers/offer.js';
import type { BudgetBasis } from '../value/budget-choices.js';
import { expectedValues } from '../value/expected-values.js';
import type { CustomerInputs } from '../value/inputs.js';
import { prescribe } from './prescribe.js';
import type { PrescribeOptions } from './prescription.js';
import { startWhatIf } from './start-what-if.js';
import { startBudgetWhatIf, whatIf, whatIfFrontier, whatIfPath, type WhatIfChange } from './what-if.js';

const inputs = randomInputs(5000, 5);
const offers: Offer[] = [...defaultOffers, { id: 'call', cost: 6, lift: 0.08 }];
const dearer = offers.map((offer) => (offer.id === 'call' ? { ...offer, cost: 9, lift: 0.1 } : offer));

/** What is answered, or the error. */
function answerOf<Answer>(ask: () => Answer): Answer | Error {
  try {
    return ask();
  } catch (error) {
    return error as Error;
  }
}

/** Constraints other than the budget are left out of it. */
const frontierAnew = (
  columns: CustomerInputs,
  { capacity: _, perSegment: __, fairness: ___, ...options }: PrescribeOptions,
) => whatIfFrontier(startWhatIf(columns, options), 5);

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
    const { inputs: columns, ...options } = change;
    const anew = prescribe({ ...inputs, ...columns }, { offers, budget: 7000, ...options });
    for (const start of [startWhatIf, startBudgetWhatIf]) {
      const state = start(inputs, { offers, budget: 7000 });
      const changed = whatIf(state, change);
      expect(bitsOf(changed)).toEqual(bitsOf(anew));
      expect(bitsOf(whatIf(state))).toEqual(bitsOf(anew));
    }
  });

  it('after any sequence of changes is what prescribing anew gives, to the last bit', () => {
    const budget = fc.oneof(
      fc.integer({ min: 0, max: 1_600_000 }).map((cents) => cents / 100),
      fc.constantFrom(0, Infinity),
    );
    const repriced = fc
      .record({
        at: fc.integer({ min: 1, max: 3 }),
        lift: fc.double({ min: 0, max: 1, noNaN: true }),
        cost: fc.nat(20),
      })
      .map(({ at, lift, cost }) => offers.map((offer, a) => (a === at ? { ...offer, lift, cost } : offer)));
    const change = fc.oneof(
      { weight: 4, arbitrary: fc.record({ budget }) },
      fc.record({ offers: repriced }),
      fc.record({ offers: repriced, budget }),
      fc.record({ offers: fc.constantFrom(offers.slice(0, 2), offers) }),
      fc.record({ budgetBasis: fc.constantFrom<BudgetBasis>('expected', 'committed') }),
    );
    const fewer = randomInputs(1500, 8);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        let options: PrescribeOptions = { offers, budget: 2000 };
        const state = startWhatIf(fewer, options);
        for (const each of changes) {
          options = { ...options, ...each };
          expect(bitsOf(whatIf(state, each))).toEqual(bitsOf(prescribe(fewer, options)));
        }
      }),
      { numRuns: 60, seed: 42 },
    );
  });

  it('leaves the choice of an earlier prescription as it was', () => {
    const state = startWhatIf(inputs, { offers, budget: 7000 });
    const { choice } = whatIf(state);
    const before = choice.slice();
    whatIf(state, { budget: 2000 });
    expect(choice).toEqual(before);
  });

  it('refuses to start from constraints at fault, or an option that there is not', () => {
    const capacity = { offers: [undefined, 1, 1, 1, 1, 1] };
    expect(() => startWhatIf(inputs, { offers, capacity })).toThrow(
      `capacity.offers has 6 values, more than the ${offers.length} offers`,
    );
    expect(() => startWhatIf(inputs, { ofers: offers } as object)).toThrow('did you mean offers?');
  });

  it('changes nothing when the change is at fault', () => {
    const state = startWhatIf(inputs, { offers, budget: 7000 });
    const before = whatIf(state).gain;
    expect(() => whatIf(state, { budget: -1, offers: dearer })).toThrow('budget must be at least 0: -1');
    expect(() => whatIf(state, { offers: [{ id: 'a', discount: 2 }] })).toThrow('discount must be');
    expect(() => whatIf(state, { inputs: { clv: [1] } })).toThrow('clv has 1 values');
    expect(whatIf(state).gain).toBe(before);
  });

  it('leaves all as it is where limits are of other customers or offers than a change has', () => {
    const few = { pChurn: [0.5, 0.6], clv: [500, 600], price: [10, 10] };
    const more = { pChurn: [0.5, 0.6, 0.7], clv: [500, 600, 700], price: [10, 10, 10] };
    const limits = { segment: ['a', 'b'], limits: { a: { maxSpend: 0 } } };
    const state = startWhatIf(few, { offers, perSegment: limits, capacity: { offers: [undefined, 1, 1] } });
    const before = whatIf(state).choice;
    expect(() => whatIf(state, { inputs: more })).toThrow('perSegment.segment has 2 values, expected 3');
    expect(() => whatIf(state, { offers: offers.slice(0, 2) })).toThrow(
      'capacity.offers has 3 values, more than the 2 offers',
    );
    expect(whatIf(state).choice).toEqual(before);
  });

  it('within any limits answers or refuses as prescribing anew does, and changes nothing where it refuses', () => {
    const few = randomInputs(6, 3);
    const two = [
      { id: 'discount_10', discount: 0.1, lift: 0.35 },
      { id: 'call', cost: 6, lift: 0.1 },
    ];
    const values = expectedValues(few, two);
    const limits = limitsOf({ customers: 6, offers: 3, gain: values.gain, cost: values.cost });
    const repriced = fc
      .record({ lift: fc.integer({ min: 0, max: 100 }), cost: fc.nat(20) })
      .map(({ lift, cost }) => [two[0], { ...two[1], lift: lift / 100, cost }]);
    const change = fc.oneof(
      fc.record({ budget: fc.integer({ min: 0, max: 20_000 }).map((cents) => cents / 100) }),
      fc.record({ offers: repriced }),
      fc.record({ offers: fc.constantFrom(two.slice(0, 1), two) }),
      fc.record({ budgetBasis: fc.constantFrom<BudgetBasis>('expected', 'committed') }),
      fc.record({ inputs: fc.constantFrom({ clv: few.clv.map((clv) => clv / 2) }, { clv: few.clv }) }),
    );
    let refused = 0;
    fc.assert(
      fc.property(limits, fc.array(change, { minLength: 1, maxLength: 4 }), (given, changes) => {
        let [columns, options]: [CustomerInputs, PrescribeOptions] = [few, { offers: two, ...given }];
        const state = answerOf(() => startWhatIf(columns, options));
        if (state instanceof Error) {
          expect(answerOf(() => prescribe(columns, options))).toEqual(state);
          return;
        }
        for (const each of changes) {
          const { inputs: others, ...rest } = each as WhatIfChange;
          const next: [CustomerInputs, PrescribeOptions] = [
            { ...columns, ...others },
            { ...options, ...rest },
          ];
          const anew = answerOf(() => prescribe(...next));
          expect(bitsOf(answerOf(() => whatIf(state, each)))).toEqual(bitsOf(anew));
          if (anew instanceof Error) refused++;
          else [columns, options] = next;
          expect(bitsOf(whatIfFrontier(state, 5))).toEqual(bitsOf(frontierAnew(columns, options)));
        }
      }),
      { numRuns: 150, seed: 42 },
    );
    expect(refused).toBeGreaterThan(40);
  });

  it('draws the frontier that its budgets lie on', () => {
    const state = startWhatIf(inputs, { offers });
    const path = whatIfPath(state);
    expect(gainAt(path, 5000)).toBeCloseTo(whatIf(state, { budget: 5000 }).bound, 8);
  });

  it('draws points of that frontier without the sort, spread over the money', () => {
    const state = startWhatIf(inputs, { offers, budget: 7000 });
    const path = whatIfPath(state);
    const points = whatIfFrontier(state, 60);
    const whole = path.budget.at(-1)!;
    expect(points[0]).toMatchObject({ budget: 0, gain: 0 });
    expect(points.at(-1)!.budget).toBeCloseTo(whole, 8);
    expect(points.at(-1)!.gain).toBeCloseTo(path.gain.at(-1)!, 8);
    points.slice(1).forEach(({ budget, gain }, k) => {
      expect(gain).toBeCloseTo(gainAt(path, budget), 8);
      expect(budget - points[k].budget).toBeLessThan(whole / 20);
      expect(points[k].marginalReturn).toBeCloseTo((gain - points[k].gain) / (budget - points[k].budget), 6);
    });
    expect(points.length).toBeGreaterThan(40);
    expect(points.length).toBeLessThanOrEqual(63);
  });
});
