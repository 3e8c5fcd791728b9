/** `summary.json` of a run folder: what a run found and what its policy earns. Money is in the currency's units. */
export interface RunSummary {
  format: 'clv-summary';
  version: 1;
  /** The customers that were prescribed for. */
  customers: number;
  /** True when every row's outcome was known, so that the prescription is a back-test at the snapshot. */
  backtest: boolean;
  /** The value if nobody left: the sum of `clv`. */
  total_potential_value: number;
  /** The expected value when no offer is made. */
  baseline_retention_value: number;
  /** The expected value under the recommended policy, the offers' cost taken off. */
  optimized_retention_value: number;
  net_gain: number;
  /** Net gain over the offers' cost; null where nothing is spent. */
  roi: number | null;
  offer_spend: number;
  /** Null where the budget is unlimited. */
  budget: number | null;
  /** The share of customers who get an offer, in [0, 1]. */
  intervention_rate: number;
  /** The mean of `p_churn`. */
  mean_p_churn: number;
  /** The share of known rows that churned. */
  churn_rate: number;
  /** Held-out (cross-fitted) figures of the churn model. */
  auc: number;
  /** The AUC of the true probabilities; only where the customers are synthetic. */
  auc_ceiling?: number;
  log_loss: number;
  brier: number;
  ece: number;
  /**
   * How often the same rule chooses the same offer again when the learned effects are redrawn from their standard
   * errors, over all customers and over those who get an offer; only where effects were learned.
   */
  choice_stability?: { all: number; offered: number };
  /** Only where a control group was held out. */
  holdout?: HoldoutSummary;
  /** Over how many months value is counted. */
  horizon_months: number;
  /** An ISO 4217 code, such as USD. */
  currency: string;
  /** The columns of the results that play a part. */
  columns: { id: string; label?: string; price?: string; margin?: string; tenure?: string };
  /** The margin as a share of the price, where no column holds it. */
  margin_rate?: number;
  segments: SegmentSummary[];
  offers: OfferSummary[];
  /** What a reader must know of how the figures came about, in sentences. */
  notices: string[];
}

/** One segment in totals and means: a row of `segments` in `summary.json`. Money in the currency's units. */
export interface SegmentSummary {
  segment: number;
  label: string;
  customers: number;
  mean_p_churn: number;
  mean_clv: number;
  baseline: number;
  optimized: number;
  intervention_rate: number;
}

/** What one offer costs and is expected to gain: a row of `offers` in `summary.json`. Money in the currency's units. */
export interface OfferSummary {
  offer: string;
  label: string;
  customers: number;
  cost: number;
  expected_gain: number;
}

/** The random control group, and what it will be able to show. */
export interface HoldoutSummary {
  /** The share of those with an offer who are held out. */
  share: number;
  /** Those whom the policy gives an offer, and how many of them are held out. */
  customers: number;
  held_out: number;
  /** The mean rise of their chance of staying that is predicted. */
  expected_effect: number;
  /** The least rise that is found four times in five (power .8, two-sided 5%); null where none is. */
  detectable_effect: number | null;
  /** The gain that is expected to be missed by those who are held out, in money. */
  gain_forgone: number;
}
