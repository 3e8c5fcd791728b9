import type { ChurnExplanation } from '@clv/churn';
import type { Alternative } from '@clv/prescribe';

/** What a run says of one customer. Money is in the currency's units, probabilities in [0, 1]. */
export interface CustomerStory {
  format: 'clv-story';
  version: 1;
  customer: string;
  currency: string;
  /** The customer's segment, and what its customers are like on average. */
  segment: { label: string; customers: number; mean_p_churn: number; mean_clv: number };
  /** The chance of leaving inside the decision window, and what it comes from. */
  p_churn: number;
  window_months: number;
  reasons: Omit<ChurnExplanation, 'row'>;
  /** What the customer is worth who stays through the window, and in which month; the months add up to it. */
  clv: number;
  horizon_months: number;
  value_by_month: number[];
  offers: StoryOffer[];
  /** What the customer gets; `none` for one who is held out of what was planned. */
  recommended: string;
  planned?: string;
  held_out: boolean;
  /** Why the policy chose as it did, in words, and what the others would lose. */
  why: string;
  /** Why another offer, which would gain more, was not chosen; only where there is one. */
  why_not_more?: string;
  alternatives: Alternative[];
}

export interface StoryOffer {
  offer: string;
  label: string;
  p_stay: number;
  cost: number;
  expected_value: number;
  /** Over doing nothing. */
  gain: number;
}
