import type { CampaignEffect } from '@clv/prescribe';

/** `measurement.json`: what a campaign won, by offer and segment. Money is in the currency's units. */
export interface Measurement {
  format: 'clv-measurement';
  version: 1;
  run: string;
  outcomes: string;
  currency: string;
  /** Over how many months a customer who stays is valued; absent where the money that came in was counted. */
  horizon_months?: number;
  /** Those in the campaign, and those of them whose outcome is known. */
  customers: number;
  measured: number;
  overall: CampaignEffect;
  /** Null where a group has too few customers treated or held out. */
  offers: { offer: string; label: string; effect: CampaignEffect | null }[];
  segments: { segment: string; effect: CampaignEffect | null }[];
  /** What a reader must know of how the figures came about, in sentences. */
  notices: string[];
}
