import type { SurvivalModel } from '@clv/churn';
import { survivalByTenure } from '@clv/churn/survival';
import { discountedMonths } from '@clv/value';
import type { StayTerms } from './constant-hazard.js';

/** So many customers' curves are in memory at a time. */
const atOnce = 1024;

/** Customers, and how long they stay by their tenure. */
export interface TenureCurves {
  survival: SurvivalModel;
  /** In months, NaN where not known. */
  tenure: Float64Array;
  pChurn: Float64Array;
}

/** The discounted months that customers who stay through the window go on paying, as a run counts them. */
export function monthsByTenure(
  { survival: model, tenure, pChurn }: TenureCurves,
  { windowMonths, horizonMonths: months, annualDiscountRate }: StayTerms,
): Float64Array {
  const expected = new Float64Array(pChurn.length);
  for (let from = 0; from < pChurn.length; from += atOnce) {
    const tenures = tenure.subarray(from, from + atOnce);
    const probabilities = pChurn.subarray(from, from + atOnce);
    const { survival } = survivalByTenure(model, { tenures, probabilities, months, windowMonths });
    expected.set(discountedMonths({ survival, months, windowMonths, annualDiscountRate }), from);
  }
  return expected;
}
