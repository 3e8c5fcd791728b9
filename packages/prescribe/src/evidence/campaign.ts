import type { Estimate } from '@clv/contracts';

/** What happened to the customers whom the policy would give an offer: some got it, some were held out at random. */
export interface CampaignLog {
  /** The ids of the offers by number; number 0 is none. */
  offers: readonly string[];
  /** The number of the offer that the policy recommended; customers with none take no part. */
  recommended: ArrayLike<number>;
  /** 1 for a customer who got it, 0 for one held out. */
  treated: ArrayLike<number>;
  /** 1 for a customer who stayed, 0 for one who left. */
  stayed: ArrayLike<number>;
  /** The probability of the group (treated or held out) that the customer is in, in (0, 1); default the same for all. */
  propensity?: ArrayLike<number>;
  /** The money that the customer brought since, before the offer's cost. */
  value?: ArrayLike<number>;
  /** What the offer really cost; counts for the treated only (default 0). */
  cost?: ArrayLike<number>;
  /** Something known before the campaign that goes along with the outcome, such as the predicted chance of staying. */
  before?: ArrayLike<number>;
  /** The same for the value, such as the value expected without the offer (default `before`). */
  beforeValue?: ArrayLike<number>;
  /** The segment of each customer. */
  segment?: ArrayLike<string | number>;
  /** The rise of the probability of staying that was predicted. */
  predictedEffect?: ArrayLike<number>;
  /** The gain that was predicted, costs taken off, in money. */
  predictedGain?: ArrayLike<number>;
}

/** What the campaign did to a group of customers. Money is in the currency's units. */
export interface CampaignEffect {
  treated: number;
  heldOut: number;
  /** The rise of the share who stay. */
  retention: Estimate;
  /** The treated customers who stayed because of it. */
  retained: Estimate;
  /** What the treated cost. */
  spend: number;
  /** The value won from the treated, costs taken off; only where the log has values. */
  netValue?: Estimate;
  /** Net value for each unit spent; null where nothing was spent. */
  roi?: Estimate | null;
  /** Predicted compared with realised. */
  forecast: Forecast[];
}

/** Did what was predicted come true? */
export interface Forecast {
  of: 'retained' | 'netValue';
  predicted: number;
  realised: Estimate;
  /** Whether the prediction lies in the interval of what came about. */
  isInside: boolean;
}

/** What a campaign changed, in all, by offer and by segment. */
export interface CampaignReport {
  overall: CampaignEffect;
  /** Null where a group has fewer than 2 customers treated or held out. */
  byOffer: { offer: string; effect: CampaignEffect | null }[];
  bySegment: { segment: string | number; effect: CampaignEffect | null }[];
  /** The campaign as an experiment's log: the offer really given, its propensity, whether the customer stayed. */
  experiment: { offer: Int32Array; propensity: Float64Array; outcome: Float64Array };
}

/** Whether a group has enough of both kinds for a variance. */
export function isComparable({ treated }: Pick<CampaignLog, 'treated'>, rows: readonly number[]): boolean {
  const count = rows.reduce((sum, i) => sum + treated[i], 0);
  return count >= 2 && rows.length - count >= 2;
}
