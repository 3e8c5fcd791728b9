import { randomSource } from '@clv/contracts';
import { type Offer, prescribe } from '@clv/prescribe';
import { contractualValue, discountedMonths } from '@clv/value';
import { Reckoner } from './reckoner.js';
import type { Scenario } from './scenario.js';

const count = 300;
const next = randomSource(5);
const column = (value: () => number) => Float64Array.from({ length: count }, value);
const pChurn = column(() => next());
const margin = column(() => 20 + 60 * next());
const price = margin.map((value) => value * 1.6);
const sensitivity = column(() => next());
const windowMonths = 3;

const scenario: Scenario = {
  offers: [
    { id: 'none' },
    { id: 'discount_5', discount: 0.05, lift: 0.2 },
    { id: 'discount_10', discount: 0.1, lift: 0.35 },
  ],
  budget: null,
  horizonMonths: 12,
  annualDiscountRate: 0.1,
};

/** As a run does it, from the margin on. */
function fromScratch({ offers, budget, horizonMonths, annualDiscountRate }: Scenario) {
  const terms = { churnProbability: pChurn, windowMonths, annualDiscountRate };
  const whole: Offer[] = offers.map((offer) => ({ months: horizonMonths, ...offer }));
  const billedMonths = new Float64Array(count * whole.length);
  whole.forEach((offer, o) =>
    discountedMonths({ ...terms, months: offer.months! }).forEach(
      (m, i) => (billedMonths[i * whole.length + o] = m),
    ),
  );
  const clv = contractualValue({ ...terms, margin, horizonMonths });
  return {
    clv,
    ...prescribe(
      { pChurn, clv, price, sensitivity, billedMonths },
      { offers: whole, budget: budget ?? undefined },
    ),
  };
}

const clv = fromScratch(scenario).clv;
const reckoner = new Reckoner({ pChurn, clv, price, sensitivity, windowMonths, scenario });

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('Reckoner', () => {
  it.each([
    ['the scenario of the run', scenario],
    ['a budget', { ...scenario, budget: 500 }],
    [
      'a deeper discount that keeps more',
      {
        ...scenario,
        offers: [...scenario.offers.slice(0, 2), { id: 'discount_10', discount: 0.2, lift: 0.8 }],
      },
    ],
    ['an offer more', { ...scenario, offers: [...scenario.offers, { id: 'call', cost: 4, lift: 0.3 }] }],
    [
      'a discount on what had none',
      { ...scenario, offers: [...scenario.offers, { id: 'call', cost: 4, lift: 0.3, discount: 0.01 }] },
    ],
    ['an offer less', { ...scenario, offers: scenario.offers.slice(0, 2) }],
    ['a longer horizon', { ...scenario, horizonMonths: 24 }],
    [
      'another discount rate and a short discount',
      {
        ...scenario,
        annualDiscountRate: 0.02,
        offers: [{ id: 'none' }, { id: 'quarter', discount: 0.3, months: 3, lift: 0.5 }],
      },
    ],
    ['the scenario of the run again', scenario],
  ] as [string, Scenario][])('gives what a run with %s gives, one after the other', (_what, tried) => {
    const { clv, optimized, baseline, spend, choice } = fromScratch(tried);
    const reckoned = reckoner.reckon(tried);
    expect([...reckoned.choice]).toEqual([...choice]);
    expect(sum(reckoned.clv)).toBeCloseTo(sum(clv), 6);
    expect(sum(reckoned.optimized)).toBeCloseTo(optimized, 6);
    expect(sum(reckoned.baseline)).toBeCloseTo(baseline, 6);
    expect(sum(reckoned.cost)).toBeCloseTo(spend, 6);
  });

  it('ends its frontier where the policy without a limit stands', () => {
    const { optimized, baseline, cost } = reckoner.reckon(scenario);
    const frontier = reckoner.frontier();
    expect(frontier[0]).toEqual({ budget: 0, gain: 0 });
    expect(frontier.at(-1)!.gain).toBeCloseTo(sum(optimized) - sum(baseline), 6);
    expect(frontier.at(-1)!.budget).toBeCloseTo(sum(cost), 6);
  });
});
