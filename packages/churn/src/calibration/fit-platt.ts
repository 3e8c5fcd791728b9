import type { Calibration } from './calibration.js';
import { logisticRegression } from './logistic-regression.js';
import { cautiousOutcomes, type MarginGroups } from './margin-groups.js';

/** A straight line from margins to log-odds (Platt 1999), with the slope kept from falling. */
export function fitPlatt(groups: MarginGroups): Calibration {
  const ones = groups.margins.map(() => 1);
  const outcomes = cautiousOutcomes(groups);
  const [slope, intercept] = logisticRegression([groups.margins, ones], outcomes);
  if (slope > 0) return { method: 'platt', slope, intercept };
  const [flat] = logisticRegression([ones], outcomes);
  return { method: 'platt', slope: 0, intercept: flat };
}
