import type { Calibration } from './calibration.js';
import { betaFeatures } from './fit-beta.js';

/** The probabilities that a calibration makes of margins; the order of two margins is never turned round. */
export function applyCalibration(calibration: Calibration, margins: ArrayLike<number>): Float64Array {
  const probabilities = new Float64Array(margins.length);
  for (let i = 0; i < margins.length; i++)
    probabilities[i] = logistic(calibratedLogit(calibration, margins[i]));
  return probabilities;
}

function calibratedLogit(calibration: Calibration, margin: number): number {
  switch (calibration.method) {
    case 'none':
      return margin;
    case 'platt':
      return calibration.slope * margin + calibration.intercept;
    case 'beta': {
      const [churn, stay] = betaFeatures(margin);
      return calibration.a * churn + calibration.b * stay + calibration.c;
    }
    case 'isotonic':
      return alongLine(calibration.margins, calibration.logits, margin);
  }
}

/** The height at x of a line through points, which goes on beyond both ends with a slope of 1. */
function alongLine(xs: number[], ys: number[], x: number): number {
  const last = xs.length - 1;
  if (x <= xs[0]) return ys[0] + x - xs[0];
  if (x >= xs[last]) return ys[last] + x - xs[last];
  let [below, above] = [0, last];
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (xs[middle] <= x) below = middle;
    else above = middle;
  }
  const part = (x - xs[below]) / (xs[above] - xs[below]);
  return ys[below] + part * (ys[above] - ys[below]);
}

export function logistic(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}
