import type { Calibration } from './calibration.js';
import { fitPlatt } from './fit-platt.js';
import { logisticRegression } from './logistic-regression.js';
import { cautiousOutcomes, type MarginGroups } from './margin-groups.js';

/**
 * Log-odds as a sum of ln p and -ln(1 - p) (Kull, Silva Filho and Flach 2017): a line that may bend where customers
 * surely stay and where they surely leave. Where a side would fall instead of rise, Platt's line is given.
 */
export function fitBeta(groups: MarginGroups): Calibration {
  const { margins } = groups;
  const churn = margins.map((margin) => betaFeatures(margin)[0]);
  const stay = margins.map((margin) => betaFeatures(margin)[1]);
  const ones = margins.map(() => 1);
  const [a, b, c] = logisticRegression([churn, stay, ones], cautiousOutcomes(groups));
  return a >= 0 && b >= 0 ? { method: 'beta', a, b, c } : fitPlatt(groups);
}

/** ln p and -ln(1 - p) of a margin. */
export function betaFeatures(margin: number): [number, number] {
  const small = Math.log1p(Math.exp(-Math.abs(margin)));
  return [Math.min(margin, 0) - small, Math.max(margin, 0) + small];
}
