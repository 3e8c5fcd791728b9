import { contractualValue, discountedMonths } from '@clv/value';

import type { Config } from '../config/config.js';

/** What each customer is worth if they stay through the decision window, and for how long they would go on paying. */
export interface CustomerValue {
  clv: Float64Array;
  /** The discounted months that a customer who stays still pays, within the first `months` of the horizon. */
  billedMonths(months: number): Float64Array;
}

/** Values customers by their margin and their own constant hazard. */
export function valueCustomers(
  margin: Float64Array,
  churnProbability: Float64Array,
  config: Config,
): CustomerValue {
  const terms = {
    churnProbability,
    windowMonths: config.window_months,
    annualDiscountRate: config.annual_discount_rate,
  };
  const spans = new Map<number, Float64Array>();
  return {
    clv: contractualValue({ ...terms, margin, horizonMonths: config.horizon_months }),
    billedMonths(months) {
      const span = spans.get(months) ?? discountedMonths({ ...terms, months });
      spans.set(months, span);
      return span;
    },
  };
}
