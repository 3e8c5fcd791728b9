import {
  type BudgetBasis,
  type CheckedOffer,
  type CustomerInputs,
  type WhatIfState,
  checkOffers,
  startWhatIf,
  whatIf,
  whatIfPath,
} from '@clv/prescribe';
import type { BudgetPoint } from '@clv/charts';
import { ExpectedMonths } from './expected-months.js';
import { type EffectInputs, OfferEffects } from './offer-effects.js';
import type { Scenario } from './scenario.js';

/** The columns of a run from which any scenario follows; `clv` and `values` are on the terms of `scenario`. */
export interface ReckonerInputs extends EffectInputs {
  margin: Float64Array;
  windowMonths: number;
  budgetBasis: BudgetBasis;
  scenario: Scenario;
}

/** What a scenario comes to; one entry a customer. */
export interface Reckoned {
  offers: { id: string; label: string }[];
  choice: Int32Array;
  clv: Float64Array;
  cost: Float64Array;
  baseline: Float64Array;
  optimized: Float64Array;
}

/** As many as a line needs to look smooth. */
const frontierPoints = 80;

/** Reckons scenario after scenario, and each time only what changed. */
export class Reckoner {
  private state: WhatIfState;
  private scenario: Scenario;
  private readonly months: ExpectedMonths;
  private readonly effects: OfferEffects;

  constructor(private readonly inputs: ReckonerInputs) {
    const { scenario, budgetBasis } = inputs;
    this.scenario = scenario;
    this.months = new ExpectedMonths({ ...inputs, ...scenario });
    this.effects = new OfferEffects(inputs, completed(scenario), ({ months }) =>
      this.months.within(months, scenario.annualDiscountRate),
    );
    const offers = this.offersOf(scenario);
    this.state = startWhatIf(this.customerInputs(scenario, offers), {
      offers,
      budget: scenario.budget ?? undefined,
      budgetBasis,
    });
  }

  reckon(scenario: Scenario): Reckoned {
    const offers = this.offersOf(scenario);
    const anew = this.countsAnew(scenario);
    // Of an offer that changed, the state reads its effect again from the same matrix.
    if (!anew) this.effects.fill(this.state.inputs.effect!, offers);
    const { choice, values } = whatIf(this.state, {
      offers,
      budget: scenario.budget ?? Infinity,
      ...(anew && { inputs: this.customerInputs(scenario, offers) }),
    });
    this.scenario = scenario;
    const width = values.offers.length;
    const [cost, baseline, optimized] = [0, 1, 2].map(() => new Float64Array(choice.length));
    for (let i = 0, none = 0; i < choice.length; i++, none += width) {
      const chosen = none + choice[i];
      cost[i] = values.cost[chosen];
      baseline[i] = values.value[none];
      optimized[i] = values.value[chosen];
    }
    return {
      offers: values.offers.map(({ id, label }) => ({ id, label })),
      choice: choice.slice(),
      clv: (this.state.inputs.clv as Float64Array).slice(),
      cost,
      baseline,
      optimized,
    };
  }

  /** What each budget can gain under the scenario last reckoned. */
  frontier(): BudgetPoint[] {
    const { budget, gain } = whatIfPath(this.state);
    const last = budget.length - 1;
    const points = Math.min(last, frontierPoints);
    return Array.from({ length: points + 1 }, (_, i) => {
      const at = points === 0 ? 0 : Math.round((i / points) * last);
      return { budget: budget[at], gain: gain[at] };
    });
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
    const { pChurn, price, sensitivity, scenario } = this.inputs;
    const before = this.months.within(scenario.horizonMonths, scenario.annualDiscountRate);
    const after = this.months.within(horizonMonths, annualDiscountRate);
    const matrix = () => new Float64Array(pChurn.length * offers.length);
    const billedMonths = matrix();
    offers.forEach(({ discount, months }, offer) => {
      if (!discount) return;
      const billed = this.months.within(months, annualDiscountRate);
      for (let i = 0; i < billed.length; i++) billedMonths[i * offers.length + offer] = billed[i];
    });
    const effect = matrix();
    this.effects.fill(effect, offers);
    const clv =
      before === after ? this.inputs.clv : this.inputs.clv.map((value, i) => (value / before[i]) * after[i]);
    return { pChurn, price, sensitivity, clv, billedMonths, effect };
  }
}

/** A discount runs to the horizon unless it says otherwise. */
const completed = ({ offers, horizonMonths }: Scenario): CheckedOffer[] =>
  checkOffers(offers.map((offer) => ({ ...offer, months: offer.months ?? horizonMonths })));
