import type { Say } from '@clv/charts';
import type { Offer } from '@clv/prescribe';

/** A number of an offer that can be tried out. */
export interface OfferField {
  name: 'discount' | 'lift' | 'months' | 'cost';
  label: string;
  unit: string;
  /** How the offer's number is written: 0.05 as 5. */
  scale: number;
  min: number;
  max: number;
  step: number;
  slider: boolean;
  /** Whether a run takes whole numbers only (default: any). */
  whole?: boolean;
  /** What an offer has that does not say. */
  otherwise(horizonMonths: number): number;
}

/** @param currency an ISO 4217 code. */
export const offerFields = (say: Say, currency: string): readonly OfferField[] => [
  {
    name: 'discount',
    label: say('Discount'),
    unit: '%',
    scale: 100,
    min: 0,
    max: 100,
    step: 0.5,
    slider: true,
    otherwise: () => 0,
  },
  {
    name: 'lift',
    label: say('Keeps, of would-be leavers'),
    unit: '%',
    scale: 100,
    min: 0,
    max: 100,
    step: 1,
    slider: true,
    otherwise: () => 0,
  },
  {
    name: 'months',
    label: say('Runs'),
    unit: say('months'),
    scale: 1,
    min: 1,
    max: 60,
    step: 1,
    slider: false,
    whole: true,
    otherwise: (horizon) => horizon,
  },
  {
    name: 'cost',
    label: say('Costs, each'),
    unit: currency,
    scale: 1,
    min: 0,
    max: 1e9,
    step: 0.5,
    slider: false,
    otherwise: () => 0,
  },
];

/** An offer to start from, with an id that no other has. */
export function newOffer(offers: readonly Offer[], say: Say): Offer {
  let number = 1;
  while (offers.some(({ id }) => id === `offer_${number}`)) number++;
  return { id: `offer_${number}`, label: say('Offer {number}', { number }), discount: 0.15, lift: 0.4 };
}
