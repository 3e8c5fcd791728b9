import {
  type BudgetBasis,
  type CheckedOffer,
  type CustomerInputs,
  type ExpectedValues,
  type WhatIfState,
  checkOffers,
  startBudgetWhatIf,
  whatIf,
  whatIfFrontier,
} from '@clv/prescribe';
import type { BudgetPoint } from '@clv/charts';
import type { SurvivalModel } from '@clv/churn';
import { ExpectedMonths } from './expected-months.js';
import { type EffectInputs, monthsBilled, OfferEffects } from './offer-effects.js';
import type { Scenario } from '../run/scenario.js';

/** The columns of a run from which any scenario follows; `clv` and `values` are on the terms of `scenario`. */
export interface CalculatorInputs extends EffectInputs {
  margin: Float64Array;
  /** How long customers stay by their tenure in months, of a run that tells; both or neither. */
  survival?: SurvivalModel;
  tenure?: Float64Array;
  windowMonths: number;
  budgetBasis: BudgetBasis;
  scenario: Scenario;
  /** Whether all offers keep what is stated of them, rather than what was learned from an experiment (default: not known). */
  isStated?: boolean;
}

/** What a scenario comes to; one entry a customer. */
export interface ScenarioResult {
  offers: { id: string; label: string }[];
  choice: Int32Array;
  cost: Float64Array;
  optimized: Float64Array;
  /** 1 for each customer to whom another offer would be worth more. */
  outbid: Uint8Array;
  /** Left out where value is counted as the run did it, as both are the run's own then. */
  revalued?: { clv: Float64Array; baseline: Float64Array };
  /** What one more unit of budget would gain. */
  shadowPrice: number;
  /** What of the budget is spent, where it counts what is committed. */
  committed?: number;
  /** What each budget can gain. */
  frontier: BudgetPoint[];
}

/** Calculates scenario after scenario, and each time only what changed. */
export class ScenarioCalculator {
  private state: WhatIfState;
  private scenario: Scenario;
  /** The offers whose effects the state's matrix holds. */
  private filled: readonly CheckedOffer[];
  private readonly run: RunColumns;
  private readonly months: ExpectedMonths;
  private readonly effects: OfferEffects;

  constructor(inputs: CalculatorInputs) {
    const { scenario, budgetBasis, pChurn, clv, price, sensitivity } = inputs;
    this.scenario = scenario;
    this.run = { pChurn, clv, price, sensitivity, scenario };
    this.months = new ExpectedMonths({ ...inputs, ...scenario });
    if (inputs.isStated)
      for (const offer of completed(scenario)) {
        const billed = monthsBilled(inputs, offer);
        if (billed) this.months.know(offer.months, billed);
      }
    this.effects = new OfferEffects(inputs, completed(scenario), ({ months }) =>
      this.months.within(months, scenario.annualDiscountRate),
    );
    const offers = this.offersOf(scenario);
    this.filled = offers;
    this.state = startBudgetWhatIf(this.customerInputs(scenario, offers), {
      offers,
      budget: scenario.budget ?? undefined,
      budgetBasis,
    });
    // Most scenarios count value as the run did, and never ask for its months again.
    this.months.forget();
  }

  calculate(scenario: Scenario): ScenarioResult {
    const offers = this.offersOf(scenario);
    const anew = this.countsAnew(scenario);
    // Of an offer that changed, the state reads its effect again from the same matrix.
    if (!anew) {
      this.effects.refill(this.state.inputs.effect!, offers, this.filled);
      this.filled = offers;
    }
    const { choice, values, budgeted, budgetBasis, shadowPrice } = whatIf(this.state, {
      offers,
      budget: scenario.budget ?? Infinity,
      ...(anew && { inputs: this.customerInputs(scenario, offers) }),
    });
    this.scenario = scenario;
    this.filled = offers;
    const clv = this.state.inputs.clv as Float64Array;
    return {
      offers: values.offers.map(({ id, label }) => ({ id, label })),
      choice,
      shadowPrice,
      ...ofChosen(values, choice),
      ...(clv !== this.run.clv && {
        revalued: {
          clv: clv.slice(),
          baseline: values.value.filter((_, at) => at % values.offers.length === 0),
        },
      }),
      ...(budgetBasis === 'committed' && { committed: budgeted }),
      frontier: whatIfFrontier(this.state).map(({ budget, gain }) => ({ budget, gain })),
    };
  }

  /** Whether value, or how long discounts run, is counted otherwise than before. */
  private countsAnew(next: Scenario): boolean {
    const terms = ({ horizonMonths, annualDiscountRate, offers }: Scenario) =>
      JSON.stringify([
        horizonMonths,
        annualDiscountRate,
        offers.map(({ id, months, discount }) => [id, months, Boolean(discount)]),
      ]);
    return terms(next) !== terms(this.scenario);
  }

  private offersOf(scenario: Scenario): CheckedOffer[] {
    return completed(scenario).map((offer) => this.effects.answered(offer));
  }

  private customerInputs(
    { horizonMonths, annualDiscountRate }: Scenario,
    offers: CheckedOffer[],
  ): CustomerInputs {
    const { pChurn, price, sensitivity, scenario } = this.run;
    const before = this.months.within(scenario.horizonMonths, scenario.annualDiscountRate);
    const after = this.months.within(horizonMonths, annualDiscountRate);
    const effect = new Float64Array(pChurn.length * offers.length);
    this.effects.fill(effect, offers);
    const billedMonths = this.billedMonths(offers, { horizonMonths, annualDiscountRate });
    const clv =
      before === after ? this.run.clv : this.run.clv.map((value, i) => (value / before[i]) * after[i]);
    return { pChurn, price, sensitivity, clv, billedMonths, effect };
  }

  /** One a customer where all discounts run equally long, else customers x offers. */
  private billedMonths(
    offers: readonly CheckedOffer[],
    { horizonMonths, annualDiscountRate }: Pick<Scenario, 'horizonMonths' | 'annualDiscountRate'>,
  ): Float64Array {
    const within = (months: number) => this.months.within(months, annualDiscountRate);
    const [length = horizonMonths, ...others] = new Set(
      offers.flatMap(({ discount, months }) => (discount ? [months] : [])),
    );
    if (others.length === 0) return within(length);
    const matrix = new Float64Array(this.run.pChurn.length * offers.length);
    offers.forEach(({ discount, months }, offer) => {
      if (!discount) return;
      const billed = within(months);
      for (let i = 0; i < billed.length; i++) matrix[i * offers.length + offer] = billed[i];
    });
    return matrix;
  }
}

/** What of the run is read again under every scenario. */
type RunColumns = Pick<CalculatorInputs, 'pChurn' | 'clv' | 'price' | 'sensitivity' | 'scenario'>;

/** What each customer's offer costs and is expected to be worth, and whether another would be worth a cent more. */
function ofChosen({ offers, cost: costs, value }: ExpectedValues, choice: Int32Array) {
  const [cost, optimized] = [new Float64Array(choice.length), new Float64Array(choice.length)];
  const outbid = new Uint8Array(choice.length);
  for (let i = 0, row = 0; i < choice.length; i++, row += offers.length) {
    cost[i] = costs[row + choice[i]];
    optimized[i] = value[row + choice[i]];
    for (let a = 0; a < offers.length; a++) if (value[row + a] > optimized[i] + 0.005) outbid[i] = 1;
  }
  return { cost, optimized, outbid };
}

/** A discount runs to the horizon unless it says otherwise. */
const completed = ({ offers, horizonMonths }: Scenario): CheckedOffer[] =>
  checkOffers(offers.map((offer) => ({ ...offer, months: offer.months ?? horizonMonths })));
