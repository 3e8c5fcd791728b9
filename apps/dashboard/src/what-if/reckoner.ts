import {
  type CustomerInputs,
  type Offer,
  type WhatIfState,
  checkOffers,
  startWhatIf,
  whatIf,
  whatIfPath,
} from '@clv/prescribe';
import { discountedMonths } from '@clv/value';
import type { BudgetPoint } from '@clv/charts';
import type { Scenario } from './scenario.js';

/** The columns of a run from which any scenario follows. */
export interface ReckonerInputs {
  pChurn: Float64Array;
  /** On the terms of `scenario`. */
  clv: Float64Array;
  price: Float64Array;
  sensitivity?: Float64Array;
  windowMonths: number;
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
  private readonly months = new Map<string, Float64Array>();

  constructor(private readonly inputs: ReckonerInputs) {
    this.scenario = inputs.scenario;
    const offers = this.offersOf(inputs.scenario);
    this.state = startWhatIf(this.customerInputs(inputs.scenario, offers), {
      offers,
      budget: inputs.scenario.budget ?? undefined,
    });
  }

  reckon(scenario: Scenario): Reckoned {
    const offers = this.offersOf(scenario);
    const { choice, values } = whatIf(this.state, {
      offers,
      budget: scenario.budget ?? Infinity,
      ...(this.countsAnew(scenario) && { inputs: this.customerInputs(scenario, offers) }),
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

  /** A discount runs to the horizon unless it says otherwise. */
  private offersOf({ offers, horizonMonths }: Scenario): Offer[] {
    return checkOffers(offers.map((offer) => ({ ...offer, months: offer.months ?? horizonMonths })));
  }

  private customerInputs({ horizonMonths, annualDiscountRate }: Scenario, offers: Offer[]): CustomerInputs {
    const { pChurn, price, sensitivity, scenario } = this.inputs;
    const before = this.monthsOf(scenario.horizonMonths, scenario.annualDiscountRate);
    const after = this.monthsOf(horizonMonths, annualDiscountRate);
    const billedMonths = new Float64Array(pChurn.length * offers.length);
    offers.forEach(({ discount, months }, offer) => {
      if (!discount) return;
      const billed = this.monthsOf(months!, annualDiscountRate);
      for (let i = 0; i < billed.length; i++) billedMonths[i * offers.length + offer] = billed[i];
    });
    const clv =
      before === after ? this.inputs.clv : this.inputs.clv.map((value, i) => (value / before[i]) * after[i]);
    return { pChurn, price, sensitivity, clv, billedMonths };
  }

  /** Discounted months, kept, as a slider comes by the same ones again and again. */
  private monthsOf(months: number, annualDiscountRate: number): Float64Array {
    const key = `${months} ${annualDiscountRate}`;
    const { pChurn, windowMonths } = this.inputs;
    const known =
      this.months.get(key) ??
      discountedMonths({ churnProbability: pChurn, windowMonths, months, annualDiscountRate });
    if (this.months.size > 8) this.months.clear();
    this.months.set(key, known);
    return known;
  }
}
