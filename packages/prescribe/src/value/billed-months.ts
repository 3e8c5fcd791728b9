import type { CheckedOffer } from '../offers/offer.js';
import type { CustomerInputs } from './inputs.js';

/** Where an offer's billed months lie: those of customer `i` are `months[i * stride + offset]`. */
export interface BilledMonths {
  months: Float64Array;
  stride: number;
  offset: number;
}

/** Those of offer number `a`: as the caller counted them, else as long as the offer runs. */
export function billedMonthsOf(
  { billedMonths, pChurn }: CustomerInputs,
  offers: readonly CheckedOffer[],
  a: number,
): BilledMonths {
  if (!billedMonths) return { months: Float64Array.of(offers[a].months), stride: 0, offset: 0 };
  if (billedMonths.length === pChurn.length) return { months: billedMonths, stride: 1, offset: 0 };
  return { months: billedMonths, stride: offers.length, offset: a };
}
