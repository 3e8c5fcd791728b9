/** What a summary of the default run (10,000 synthetic customers, seed 42) lacks of what the README promises. */
export function summaryFaults(summary) {
  const near = (a, b) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
  const held = {
    'customers are not 10,000': summary.customers === 10_000,
    'the held-out AUC is below 0.90': summary.auc >= 0.9,
    'the AUC ceiling is missing or passed by more than noise': summary.auc_ceiling >= summary.auc - 0.005,
    'the churn rate is not 20 to 30%': summary.churn_rate >= 0.2 && summary.churn_rate <= 0.3,
    'the net gain is not above 0': summary.net_gain > 0,
    'net gain is not optimized less baseline': near(
      summary.net_gain,
      summary.optimized_retention_value - summary.baseline_retention_value,
    ),
    'roi is not net gain over spend': near(summary.roi, summary.net_gain / summary.offer_spend),
    'the four segments are not there': [
      'VIPs',
      'Steady Users',
      'At-Risk High-Value',
      'Low-Value Transients',
    ].every((name) => summary.segments.some(({ label }) => label === name)),
    'the offers are not there': ['none', 'discount_5', 'discount_10'].every((id) =>
      summary.offers.some(({ offer }) => offer === id),
    ),
  };
  return Object.keys(held).filter((fault) => !held[fault]);
}
