import type { Calibration, CalibrationMethod } from './calibration.js';
import { fitBeta } from './fit-beta.js';
import { fitIsotonic } from './fit-isotonic.js';
import { fitPlatt } from './fit-platt.js';

type Fit = (margins: Float64Array, labels: ArrayLike<number>) => Calibration;

const fits: Record<CalibrationMethod, Fit> = {
  none: () => ({ method: 'none' }),
  platt: fitPlatt,
  beta: fitBeta,
  isotonic: fitIsotonic,
};

export const calibrationMethods = Object.keys(fits) as CalibrationMethod[];

/** The calibration that makes held-out margins agree with what happened. */
export function fitCalibration(
  method: CalibrationMethod,
  margins: Float64Array,
  labels: ArrayLike<number>,
): Calibration {
  return fits[method](margins, labels);
}
