import { equalMassBins } from '../metrics/calibration-curve.js';
import type { ScoreLadder } from '../metrics/score-ladder.js';
import type { GroupedOutcomes } from './logistic-regression.js';

/** Customers of neighbouring margins, from low to high. */
export interface MarginGroups extends GroupedOutcomes {
  /** The mean margin of each group. */
  margins: Float64Array;
  customers: Float64Array;
  churned: Float64Array;
}

/** @param ladder of margins. */
export function groupMargins(ladder: ScoreLadder, groups: number): MarginGroups {
  const bins = equalMassBins(ladder, groups);
  return {
    margins: Float64Array.from(bins, ({ predicted }) => predicted),
    customers: Float64Array.from(bins, ({ customers }) => customers),
    churned: Float64Array.from(bins, ({ customers, observed }) => customers * observed),
  };
}

/**
 * What the churned of each group count for once every customer's outcome is drawn in from 0 and 1 by what one more
 * customer of either kind might have done (Platt 1999): a regression on it stays finite where the classes part perfectly.
 */
export function cautiousOutcomes({ customers, churned }: MarginGroups): GroupedOutcomes {
  const all = customers.reduce((sum, count) => sum + count, 0);
  const positives = churned.reduce((sum, count) => sum + count, 0);
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (all - positives + 2);
  return {
    customers,
    churned: churned.map((count, group) => count * high + (customers[group] - count) * low),
  };
}
