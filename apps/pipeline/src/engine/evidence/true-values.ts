import { type CheckedOffer, type ExpectedValues, expectedValues } from '@clv/prescribe';

import { type ValueTerms, valueCustomers } from '../models/value-customers.js';
import { customerInputs } from '../policy/customer-inputs.js';
import { sideBySide } from '../policy/side-by-side.js';

/** What is true of the customers who are prescribed for: plain data. */
export interface KnownTruth {
  /** The chance of leaving when nothing is done, one entry a customer. */
  pChurn: Float64Array;
  /** The chance of staying under each offer. */
  pStay: readonly ArrayLike<number>[];
  price: Float64Array;
  margin: Float64Array;
}

/** What each offer would truly be worth. */
export function trueValues(
  { pChurn, pStay, price, margin }: KnownTruth,
  offers: readonly CheckedOffer[],
  terms: ValueTerms,
): ExpectedValues {
  const value = valueCustomers(margin, { pChurn }, terms);
  const inputs = customerInputs({ pChurn, price }, value, offers);
  return expectedValues({ ...inputs, pStay: sideBySide(pStay) }, offers);
}
