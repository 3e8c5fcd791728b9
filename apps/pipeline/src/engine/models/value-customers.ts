import { discountedMonths } from '@clv/value';

import { takeRows } from '../../block/take-rows.js';
import type { Config } from '../../config/config.js';

/** Over how long customers are valued, and how much less later money counts. */
export type ValueTerms = Pick<Config, 'horizon_months' | 'window_months' | 'annual_discount_rate'>;

/** How many months must be predicted to value customers and to price the offers. */
export const horizonOf = (
  { horizon_months, window_months }: ValueTerms,
  offers: readonly { months: number }[],
) => Math.max(horizon_months, window_months, ...offers.map(({ months }) => months));

/** What each customer is worth if they stay through the decision window, and for how long they would go on paying. */
export interface CustomerValue {
  clv: Float64Array;
  /** The discounted months that a customer who stays still pays, within the first `months` of the horizon. */
  billedMonths(months: number): Float64Array;
}

/** How long customers stay: by curves of their own, else by the constant hazard that their probability of leaving is. */
export interface Staying {
  pChurn: Float64Array;
  /** Customers x months, row-major. */
  survival?: Float64Array;
}

/** Values customers by their margin and by how long they stay. */
export function valueCustomers(margin: Float64Array, staying: Staying, terms: ValueTerms): CustomerValue {
  const {
    horizon_months: horizonMonths,
    window_months: windowMonths,
    annual_discount_rate: annualDiscountRate,
  } = terms;
  const spans = new Map<number, Float64Array>();
  const billedMonths = (months: number) => {
    const span =
      spans.get(months) ??
      discountedMonths({ ...within(staying, months), months, windowMonths, annualDiscountRate });
    spans.set(months, span);
    return span;
  };
  return { clv: product(margin, billedMonths(horizonMonths)), billedMonths };
}

/** The same of the customers at some rows. */
export const valueAt = ({ clv, billedMonths }: CustomerValue, rows: Int32Array): CustomerValue => ({
  clv: takeRows(clv, rows),
  billedMonths: (months) => takeRows(billedMonths(months), rows),
});

function product(margin: Float64Array, months: Float64Array): Float64Array {
  const value = new Float64Array(margin.length);
  for (let i = 0; i < value.length; i++) value[i] = margin[i] * months[i];
  return value;
}

/** What is known of the first so many months. */
function within({ pChurn, survival }: Staying, months: number) {
  if (survival === undefined) return { churnProbability: pChurn };
  const known = survival.length / pChurn.length;
  if (known === months) return { survival };
  const first = new Float64Array(pChurn.length * months);
  for (let i = 0; i < pChurn.length; i++)
    first.set(survival.subarray(i * known, i * known + months), i * months);
  return { survival: first };
}
