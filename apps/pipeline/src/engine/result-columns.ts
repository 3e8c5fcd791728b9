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

/** The column that holds an offer's expected value. */
export const offerColumn = (offer: string) => `ev_${offer}`;

/** The names that an input may not use, as the results will. */
export const reservedColumns = (offers: readonly { id: string }[]): ReadonlySet<string> =>
  new Set([...resultColumns, ...['none', ...offers.map(({ id }) => id)].map(offerColumn)]);
