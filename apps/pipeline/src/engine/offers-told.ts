import type { OfferSummary } from '@clv/contracts';

/** So many offers are told of one by one, whether anybody gets them or not. */
const most = 20;

/** The offers to tell of one by one: of more than a page holds only those that somebody gets. */
export const offersTold = (offers: readonly OfferSummary[]): readonly OfferSummary[] =>
  offers.length <= most ? offers : offers.filter(({ offer, customers }) => offer === 'none' || customers > 0);
