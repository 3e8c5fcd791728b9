import type { OfferSummary, SegmentSummary } from '@clv/contracts';

/** A segment; what it is worth at first and at last follow from the other figures. */
export const segment = (
  label: string,
  customers: number,
  risk: number,
  clv: number,
  gain: number,
): SegmentSummary => ({
  segment: 0,
  label,
  customers,
  mean_p_churn: risk,
  mean_clv: clv,
  baseline: customers * clv * (1 - risk),
  optimized: customers * clv * (1 - risk) + gain,
  intervention_rate: gain > 0 ? 0.5 : 0,
});

/** A run of 10,000 customers, by segment. */
export const segments = [
  segment('VIPs', 2000, 0.1, 2000, 10_000),
  segment('Steady Users', 4000, 0.2, 500, 0),
  segment('At-Risk High-Value', 1000, 0.6, 1500, 30_000),
  segment('Low-Value Transients', 3000, 0.5, 100, 0),
];

/** The same run, by offer. */
export const offers: OfferSummary[] = [
  { offer: 'none', label: 'No offer', customers: 7000, cost: 0, expected_gain: 0 },
  { offer: 'discount_5', label: '5% discount', customers: 1000, cost: 5000, expected_gain: 12_000 },
  { offer: 'discount_10', label: '10% discount', customers: 2000, cost: 20_000, expected_gain: 28_000 },
];
