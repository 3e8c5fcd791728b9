import type { Calibration } from './calibration.js';
import { cautiousTargets } from './cautious-targets.js';
import { logisticRegression } from './logistic-regression.js';

/** A straight line from margins to log-odds (Platt 1999), with the slope kept from falling. */
export function fitPlatt(margins: Float64Array, labels: ArrayLike<number>): Calibration {
  const ones = new Float64Array(margins.length).fill(1);
  const targets = cautiousTargets(labels);
  const [slope, intercept] = logisticRegression([margins, ones], targets);
  if (slope > 0) return { method: 'platt', slope, intercept };
  const [flat] = logisticRegression([ones], targets);
  return { method: 'platt', slope: 0, intercept: flat };
}
