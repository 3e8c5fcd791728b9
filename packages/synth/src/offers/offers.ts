/** An offer whose true effect the synthetic customers feel. */
export interface SynthOffer {
  id: string;
  /** The share of the price taken off, in [0, 1] (default 0). */
  discount?: number;
  /**
   * The share of the probability of leaving that it takes away from a customer of sensitivity 1, in [0, 1]
   * (default: grows with the discount, .20 at 5% and .35 at 10%).
   */
  lift?: number;
}

/** No offer, 5% and 10% off. */
export const defaultOffers: readonly SynthOffer[] = [
  { id: 'none' },
  { id: 'discount_5', discount: 0.05, lift: 0.2 },
  { id: 'discount_10', discount: 0.1, lift: 0.35 },
];

/** What an offer does to a customer. */
export interface Treatment {
  /** Whether the customer hears of it at all: only `none` leaves people alone. */
  contact: boolean;
  lift: number;
}

export function treatmentOf({ id, discount = 0, lift }: SynthOffer): Treatment {
  return { contact: id !== 'none', lift: lift ?? -Math.expm1(-3.83 * discount ** 0.949) };
}

export const strongestOf = (treatments: readonly Treatment[]): Treatment =>
  treatments.reduce((best, treatment) => (treatment.lift > best.lift ? treatment : best));
