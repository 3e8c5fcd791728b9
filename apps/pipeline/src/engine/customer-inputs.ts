import { type CheckedOffer, type CustomerInputs, checkOffers } from '@clv/prescribe';

import type { Config } from '../config/config.js';
import type { CustomerValue } from './value-customers.js';

/** The config's offers, complete; a discount runs as long as the horizon unless it says otherwise. */
export const configOffers = ({
  offers,
  horizon_months,
}: Pick<Config, 'offers' | 'horizon_months'>): CheckedOffer[] =>
  checkOffers(offers.map((offer) => ({ months: horizon_months, ...offer })));

/** What `@clv/prescribe` needs to know of customers; every array has one entry a customer. */
export function customerInputs(
  known: Pick<CustomerInputs, 'price' | 'pChurn' | 'sensitivity' | 'effect' | 'effectError'>,
  value: CustomerValue,
  offers: readonly CheckedOffer[],
): CustomerInputs {
  return { ...known, clv: value.clv, billedMonths: billedMonths(known.price.length, value, offers) };
}

/** Row-major, customers x offers. */
function billedMonths(
  customers: number,
  value: CustomerValue,
  offers: readonly CheckedOffer[],
): Float64Array {
  const billed = new Float64Array(customers * offers.length);
  offers.forEach((offer, o) => {
    if (offer.discount === 0) return;
    const months = value.billedMonths(offer.months);
    for (let i = 0; i < customers; i++) billed[i * offers.length + o] = months[i];
  });
  return billed;
}
