import type { Calibration } from './calibration.js';
import { cautiousTargets } from './cautious-targets.js';
import { fitPlatt } from './fit-platt.js';
import { logisticRegression } from './logistic-regression.js';

/**
 * Log-odds as a sum of ln p and -ln(1 - p) (Kull, Silva Filho and Flach 2017): a line that may bend where customers
 * surely stay and where they surely leave. Where a side would fall instead of rise, Platt's line is given.
 */
export function fitBeta(margins: Float64Array, labels: ArrayLike<number>): Calibration {
  const churn = new Float64Array(margins.length);
  const stay = new Float64Array(margins.length);
  margins.forEach((margin, i) => ([churn[i], stay[i]] = betaFeatures(margin)));
  const ones = new Float64Array(margins.length).fill(1);
  const [a, b, c] = logisticRegression([churn, stay, ones], cautiousTargets(labels));
  return a >= 0 && b >= 0 ? { method: 'beta', a, b, c } : fitPlatt(margins, labels);
}

/** ln p and -ln(1 - p) of a margin. */
export function betaFeatures(margin: number): [number, number] {
  const small = Math.log1p(Math.exp(-Math.abs(margin)));
  return [Math.min(margin, 0) - small, Math.max(margin, 0) + small];
}
