import type { CheckedOffer } from '../offers/offer.js';
import type { CustomerInputs } from './inputs.js';

/** What each offer costs if everyone stays and uses it: customers x offers, row-major, in money. */
export function committedCost(inputs: CustomerInputs, offers: readonly CheckedOffer[]): Float64Array {
  const customers = inputs.pChurn.length;
  const width = offers.length;
  const committed = new Float64Array(customers * width);
  for (let i = 0; i < customers; i++) {
    for (let a = 1; a < width; a++) {
      const at = i * width + a;
      const { cost, discount, months } = offers[a];
      const paidMonths = inputs.billedMonths ? inputs.billedMonths[at] : months;
      committed[at] = cost + discount * inputs.price[i] * paidMonths;
    }
  }
  return committed;
}
