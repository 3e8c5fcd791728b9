import type { RunSummary } from '@clv/contracts';

import type { PolicyFigures } from '../../engine/policy/policy-totals.js';

/** What one budget over all customers comes to. */
interface MoneyOfAll {
  budget: number | null;
  /** What the offers cost. */
  cost: number;
  notice: string;
}

/** The summary of a sample's run, with the policy's figures those of all customers. */
export function summaryOfAll(
  fitted: RunSummary,
  { gain, spend: _, ...totals }: PolicyFigures,
  { budget, cost, notice }: MoneyOfAll,
): RunSummary {
  return {
    ...fitted,
    ...totals,
    optimized_retention_value: totals.baseline_retention_value + gain,
    net_gain: gain,
    roi: cost > 0 ? gain / cost : null,
    offer_spend: cost,
    budget,
    notices: [...fitted.notices, notice],
  };
}
