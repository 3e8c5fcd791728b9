/** How a customer's answer to an offer is known; see `expectedValues`. */
export type Response = 'sensitivity' | 'uplift' | 'column';

/** Something that can be offered to a customer to make them stay. */
export interface Offer {
  /** What results and logs call it: `discount_10`. `none` is the offer to do nothing. */
  id: string;
  /** What people call it (default: the id). */
  label?: string;
  /** The share of the price that is given away, in [0, 1] (default 0). */
  discount?: number;
  /** For how many months the discount is paid (default 12, the default horizon). */
  months?: number;
  /** What it costs to make the offer to one customer, whether they stay or not (default 0). */
  cost?: number;
  /** The share of those who stay that use the discount, in [0, 1] (default 1: all of them). */
  redemption?: number;
  /** The share of would-be leavers that it keeps at a sensitivity of 1, in [-1, 1] (default 0: it changes nobody). */
  lift?: number;
  /** Which answer counts for this offer (default: the caller's column if given, else the learned effect if given, else the lift). */
  response?: Response;
}

/** An offer with nothing left out. */
export type CheckedOffer = Required<Omit<Offer, 'response'>> & Pick<Offer, 'response'>;

/** The original design card's offers: none, 5% for a year and 10% for a year. */
export const defaultOffers: readonly Offer[] = [
  { id: 'none', label: 'No offer' },
  { id: 'discount_5', label: '5% discount', discount: 0.05, months: 12, lift: 0.2 },
  { id: 'discount_10', label: '10% discount', discount: 0.1, months: 12, lift: 0.35 },
];
