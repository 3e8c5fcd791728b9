import { type CheckedOffer, type CustomerInputs, checkOffers } from '@clv/prescribe';

import type { Config } from '../../config/config.js';
import { sideBySide } from './side-by-side.js';
import type { CustomerValue } from '../models/value-customers.js';

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
  return { ...known, clv: value.clv, billedMonths: billedMonths(value, offers) };
}

/** One number a customer where every discount runs equally long, else customers x offers, row-major. */
function billedMonths(value: CustomerValue, offers: readonly CheckedOffer[]): Float64Array {
  const lengths = new Set(offers.filter(({ discount }) => discount > 0).map(({ months }) => months));
  const [length] = lengths;
  if (lengths.size === 1) return value.billedMonths(length);
  const none = new Float64Array(value.clv.length);
  return sideBySide(offers.map(({ discount, months }) => (discount > 0 ? value.billedMonths(months) : none)));
}
