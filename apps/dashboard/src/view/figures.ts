import type { RunSummary } from '@clv/contracts';

/** What the customers in sight add up to, as `summary.json` says it of all. */
export type Figures = Pick<
  RunSummary,
  | 'customers'
  | 'total_potential_value'
  | 'baseline_retention_value'
  | 'optimized_retention_value'
  | 'net_gain'
  | 'roi'
  | 'offer_spend'
  | 'intervention_rate'
  | 'mean_p_churn'
  | 'segments'
  | 'offers'
>;
