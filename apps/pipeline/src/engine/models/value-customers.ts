import { discountedMonths } from '@clv/value';

import { takeRows } from '../../block/take-rows.js';
import type { Config } from '../../config/config.js';
import type { SurvivalCurves } from './survival-of.js';

/** Over how long customers are valued, and how much less later money counts. */
export type ValueTerms = Pick<Config, 'horizon_months' | 'window_months' | 'annual_discount_rate'>;

/** What each customer is worth if they stay through the decision window, and for how long they would go on paying. */
export interface CustomerValue {
  clv: Float64Array;
  /** The discounted months that a customer who stays still pays, within the first `months` of the horizon. */
  billedMonths(months: number): Float64Array;
}

/** How long customers stay: by curves of their own, else by the constant hazard that their probability of leaving is. */
export interface Staying {
  pChurn: Float64Array;
  survival?: SurvivalCurves;
}

/** Values customers by their margin and by how long they stay. */
export function valueCustomers(margin: Float64Array, staying: Staying, terms: ValueTerms): CustomerValue {
  const spans = new Map<number, Float64Array>();
  const billedMonths = (months: number) => {
    const span = spans.get(months) ?? monthsOf(staying, months, terms);
    spans.set(months, span);
    return span;
  };
  return { clv: product(margin, billedMonths(terms.horizon_months)), billedMonths };
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

/** Curves of so many customers at a time stay in the cache until they are added up. */
const blockSize = 2048;

/** The discounted months that each customer pays within the first so many. */
function monthsOf(
  { pChurn, survival }: Staying,
  months: number,
  { window_months: windowMonths, annual_discount_rate: annualDiscountRate }: ValueTerms,
): Float64Array {
  const counted = { months, windowMonths, annualDiscountRate };
  if (survival === undefined) return discountedMonths({ churnProbability: pChurn, ...counted });
  const paid = new Float64Array(pChurn.length);
  for (let from = 0; from < paid.length; from += blockSize) {
    const to = Math.min(from + blockSize, paid.length);
    paid.set(discountedMonths({ survival: survival(months, from, to), ...counted }), from);
  }
  return paid;
}
