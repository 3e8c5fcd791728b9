import { contractualValue, discountedMonths } from '@clv/value';

import type { Config } from '../config/config.js';

/** Over how long customers are valued, and how much less later money counts. */
export type ValueTerms = Pick<Config, 'horizon_months' | 'window_months' | 'annual_discount_rate'>;

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
  terms: ValueTerms,
): CustomerValue {
  const staying = {
    churnProbability,
    windowMonths: terms.window_months,
    annualDiscountRate: terms.annual_discount_rate,
  };
  const spans = new Map<number, Float64Array>();
  return {
    clv: contractualValue({ ...staying, margin, horizonMonths: terms.horizon_months }),
    billedMonths(months) {
      const span = spans.get(months) ?? discountedMonths({ ...staying, months });
      spans.set(months, span);
      return span;
    },
  };
}
