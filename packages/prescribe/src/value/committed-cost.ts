import type { CheckedOffer } from '../offers/offer.js';
import { billedMonthsOf } from './billed-months.js';
import type { CustomerInputs } from './inputs.js';

/** What each offer costs if everyone stays and uses it: customers x offers, row-major, in money. */
export function committedCost(inputs: CustomerInputs, offers: readonly CheckedOffer[]): Float64Array {
  const customers = inputs.pChurn.length;
  const width = offers.length;
  const committed = new Float64Array(customers * width);
  for (let a = 1; a < width; a++) {
    const { cost, discount } = offers[a];
    const { months, stride, offset } = billedMonthsOf(inputs, offers, a);
    for (let i = 0; i < customers; i++)
      committed[i * width + a] = cost + discount * inputs.price[i] * months[i * stride + offset];
  }
  return committed;
}
