import { randomSource } from '@clv/contracts';
import { type Offer, type Prescription, checkOffers, prescribe } from '@clv/prescribe';
import { contractualValue, discountedMonths } from '@clv/value';
import { ScenarioCalculator } from './scenario-calculator.js';
import type { Scenario } from '../run/scenario.js';

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

/** The columns that a run writes of what it expected under each offer. */
const valuesOf = ({ offers, values }: Prescription) =>
  Object.fromEntries(
    offers.map(({ id }, o) => [id, pChurn.map((_, i) => values.value[i * offers.length + o])]),
  );

const terms = { windowMonths, budgetBasis: 'expected' as const };
const asRun = fromScratch(scenario);
const calculator = new ScenarioCalculator({
  ...terms,
  ...{ pChurn, clv: asRun.clv, price, margin, sensitivity, scenario },
  values: valuesOf(asRun),
});

/** What counts where value is counted as the run did it. */
const ofRun = { clv: asRun.clv, baseline: valuesOf(asRun).none };

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('ScenarioCalculator', () => {
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
    const { clv, optimized, baseline, spend, choice, shadowPrice } = fromScratch(tried);
    const result = calculator.calculate(tried);
    const counted = result.revalued ?? ofRun;
    expect([...result.choice]).toEqual([...choice]);
    expect(sum(counted.clv)).toBeCloseTo(sum(clv), 6);
    expect(sum(result.optimized)).toBeCloseTo(optimized, 6);
    expect(sum(counted.baseline)).toBeCloseTo(baseline, 6);
    expect(sum(result.cost)).toBeCloseTo(spend, 6);
    expect(result.shadowPrice).toBeCloseTo(shadowPrice, 6);
  });

  it('tells what is committed of a budget that counts that, with the frontier on the same money', () => {
    const committed = new ScenarioCalculator({
      ...{ windowMonths, budgetBasis: 'committed', scenario },
      ...{ pChurn, clv: asRun.clv, price, margin, sensitivity, values: valuesOf(asRun) },
    });
    const {
      committed: spent,
      cost,
      optimized,
      frontier,
    } = committed.calculate({ ...scenario, budget: 3000 });
    expect(spent).toBeLessThanOrEqual(3000);
    expect(spent).toBeGreaterThan(2900);
    expect(sum(cost)).toBeLessThan(spent!);
    const after = frontier.findIndex(({ budget }) => budget >= spent!);
    const gain = sum(optimized) - sum(ofRun.baseline);
    expect(gain).toBeGreaterThan(frontier[after - 1].gain * 0.999);
    expect(gain).toBeLessThan(frontier[after].gain * 1.001);
    expect(calculator.calculate(scenario).committed).toBeUndefined();
  });

  describe('over a run by survival curves, with effects learned from an experiment', () => {
    const months = scenario.horizonMonths;
    // A lift that is stated beside a learned effect says nothing of it.
    const offers = checkOffers([
      { id: 'none' },
      { id: 'discount_5', discount: 0.05, months, lift: 0.2 },
      { id: 'discount_10', discount: 0.1, months, redemption: 0.8, cost: 2 },
      { id: 'call', cost: 3, lift: 0.1 },
    ]);
    const survival = pChurn.reduce(
      (curves, p, i) => {
        const shape = 0.3 + 2 * next();
        for (let t = 1; t <= months; t++)
          curves[i * months + t - 1] = (1 - p) ** ((t / windowMonths) ** shape);
        return curves;
      },
      new Float64Array(count * months),
    );
    const { annualDiscountRate } = scenario;
    const staying = { survival, windowMonths, annualDiscountRate };
    const clv = contractualValue({ ...staying, margin, horizonMonths: months });
    const billed = discountedMonths({ ...staying, months });
    const run = prescribe(
      {
        ...{ pChurn, clv, price },
        effect: Float64Array.from({ length: count * offers.length }, () => 0.5 * next() - 0.1),
        billedMonths: Float64Array.from(
          { length: count * offers.length },
          (_, at) => billed[Math.floor(at / 4)],
        ),
      },
      { offers, budget: 900 },
    );
    const own: Scenario = { ...scenario, offers, budget: 900 };
    const inputs = { ...terms, pChurn, clv, price, margin, scenario: own, values: valuesOf(run) };

    it.each([
      ['first', []],
      ['after other scenarios', [0.3, 0.9]],
    ])('gives at its own scenario what the run had: %s', (_when, lifts) => {
      const calculator = new ScenarioCalculator(inputs);
      for (const lift of lifts)
        calculator.calculate({
          ...own,
          horizonMonths: 30,
          offers: offers.map((one) => ({ ...one, lift })).slice(1),
        });
      const result = calculator.calculate(own);
      expect(result.revalued).toBeUndefined();
      expect([...result.choice]).toEqual([...run.choice]);
      for (let i = 0; i < count; i++) {
        const at = i * offers.length + run.choice[i];
        expect(result.cost[i]).toBeCloseTo(run.values.cost[at], 6);
        expect(result.optimized[i]).toBeCloseTo(run.values.value[at], 6);
      }
      expect(sum(result.cost)).toBeCloseTo(run.spend, 6);
    });

    it('bills an offer that is shorter than the horizon as long as the run did, its effect being stated', () => {
      const short = checkOffers([
        { id: 'none' },
        { id: 'half_year', discount: 0.1, months: 6, lift: 0.3, redemption: 0.9, cost: 1 },
        { id: 'discount_5', discount: 0.05, months, lift: 0.2 },
      ]);
      const first = survival.filter((_, at) => at % months < 6);
      const halfYear = discountedMonths({ ...staying, survival: first, months: 6 });
      const customers = {
        ...{ pChurn, clv, price, sensitivity },
        billedMonths: Float64Array.from({ length: 3 * count }, (_, at) =>
          at % 3 === 1 ? halfYear[Math.floor(at / 3)] : billed[Math.floor(at / 3)],
        ),
      };
      const stated: Scenario = { ...scenario, offers: short };
      const calculator = new ScenarioCalculator({
        ...{ ...terms, isStated: true, pChurn, clv, price, margin, sensitivity, scenario: stated },
        values: valuesOf(prescribe(customers, { offers: short })),
      });
      const { spend, choice, optimized } = prescribe(customers, { offers: short, budget: 600 });
      const result = calculator.calculate({ ...stated, budget: 600 });
      expect([...result.choice]).toEqual([...choice]);
      expect(sum(result.cost)).toBeCloseTo(spend, 6);
      expect(sum(result.optimized)).toBeCloseTo(optimized, 6);
    });

    it('has an offer change more in proportion as it is said to keep more', () => {
      const lone = (lift: number) => {
        const calculator = new ScenarioCalculator({ ...inputs, scenario: { ...own, budget: null } });
        const { optimized, cost, choice } = calculator.calculate({
          ...own,
          budget: null,
          offers: [offers[0], { ...offers[3], cost: 0, lift }],
        });
        return Array.from(choice, (offer, i) =>
          offer === 0 ? 0 : (optimized[i] + cost[i]) / clv[i] - (1 - pChurn[i]),
        );
      };
      const [once, twice] = [lone(0.1), lone(0.2)];
      once.forEach((change, i) => expect(twice[i]).toBeCloseTo(Math.min(2 * change, pChurn[i]), 9));
      expect(Math.max(...once)).toBeGreaterThan(0.1);
    });
  });

  it('ends its frontier where the policy without a limit stands', () => {
    const { optimized, cost, frontier } = calculator.calculate(scenario);
    expect(frontier[0]).toEqual({ budget: 0, gain: 0 });
    expect(frontier.at(-1)!.gain).toBeCloseTo(sum(optimized) - sum(ofRun.baseline), 6);
    expect(frontier.at(-1)!.budget).toBeCloseTo(sum(cost), 6);
  });

  it('is unharmed by a scenario at fault', () => {
    const before = calculator.calculate(scenario);
    const lifted = scenario.offers.map((offer) => (offer.discount ? { ...offer, lift: 0.9 } : offer));
    expect(() => calculator.calculate({ ...scenario, offers: lifted, budget: -1 })).toThrow('budget must be');
    expect(calculator.calculate(scenario)).toEqual(before);
  });
});
