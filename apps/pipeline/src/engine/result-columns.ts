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

/** The columns that a run with a holdout adds besides: what the policy would give, and who gets it. */
export const campaignColumns = ['planned_incentive', 'campaign_group'] as const;

/** The column that holds an offer's expected value. */
export const offerColumn = (offer: string) => `ev_${offer}`;

/** The names that an input may not use, as the results will. */
export const reservedColumns = (offers: readonly { id: string }[]): ReadonlySet<string> =>
  new Set([
    ...resultColumns,
    ...campaignColumns,
    ...['none', ...offers.map(({ id }) => id)].map(offerColumn),
  ]);
