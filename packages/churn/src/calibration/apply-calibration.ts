import type { Calibration } from './calibration.js';
import { betaFeatures } from './fit-beta.js';

/** The probabilities that a calibration makes of margins; it never turns the order of two margins round. */
export function applyCalibration(calibration: Calibration, margins: ArrayLike<number>): Float64Array {
  return Float64Array.from(margins, (margin) => logistic(calibratedLogit(calibration, margin)));
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
  }
}

export function logistic(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}
