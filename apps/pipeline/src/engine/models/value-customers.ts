import { takeRows } from '../../block/take-rows.js';
import type { Config } from '../../config/config.js';
import { type CountedMonths, type Staying, monthsPaid } from './months-paid.js';

/** Over how long customers are valued, and how much less later money counts. */
export type ValueTerms = Pick<Config, 'horizon_months' | 'window_months' | 'annual_discount_rate'>;

/** What each customer is worth if they stay through the decision window, and for how long they would go on paying. */
export interface CustomerValue {
  clv: Float64Array;
  /** The discounted months that a customer who stays still pays, within the first `months` of the horizon. */
  billedMonths(months: number): Float64Array;
}

/**
 * Values customers by their margin and by how long they stay.
 *
 * @param spans the months paid within the first so many, as far as they are counted already.
 */
export function valueCustomers(
  margin: Float64Array,
  staying: Staying,
  terms: ValueTerms,
  spans = new Map<number, Float64Array>(),
): CustomerValue {
  const billedMonths = (months: number) => {
    const span = spans.get(months) ?? monthsPaid(staying, countedBy(terms, months));
    spans.set(months, span);
    return span;
  };
  return { clv: product(margin, billedMonths(terms.horizon_months)), billedMonths };
}

export const countedBy = (terms: ValueTerms, months: number): CountedMonths => ({
  months,
  windowMonths: terms.window_months,
  annualDiscountRate: terms.annual_discount_rate,
});

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
