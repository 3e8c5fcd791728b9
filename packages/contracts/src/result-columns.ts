/** The columns that a run adds to the customers' own, in the order in which they stand in the results. */
export const resultColumns = [
  'segment',
  'segment_label',
  'p_churn',
  'clv',
  'recommended_incentive',
  'offer_cost',
  'expected_value_baseline',
  'expected_value_optimized',
] as const;

/** One of the columns that a run adds to a customer's own. */
export type ResultColumn = (typeof resultColumns)[number];

/** The column of the results that holds what an offer is expected to be worth. */
export const offerColumn = (offer: string) => `ev_${offer}`;
