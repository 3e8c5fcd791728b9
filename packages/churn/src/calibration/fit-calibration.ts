import type { Calibration, CalibrationMethod } from './calibration.js';
import { fitBeta } from './fit-beta.js';
import { fitIsotonic } from './fit-isotonic.js';
import { fitPlatt } from './fit-platt.js';
import { everyRow, selectValues, spreadOver } from '../rows.js';
import { groupMargins, type MarginGroups } from './margin-groups.js';

/** So many customers fix a curve of a few parameters to within a thousandth of a probability. */
const enough = 200_000;

/** So many groups of equal size lose nothing against single customers to a curve of two or three parameters. */
const manyGroups = () => 2000;

/** As a histogram has that follows the shape and not single customers (Rice's rule). */
const fewGroups = (customers: number) => Math.ceil(2 * Math.cbrt(customers));

interface Method {
  groups(customers: number): number;
  fit(groups: MarginGroups): Calibration;
}

const methods: Record<CalibrationMethod, Method> = {
  none: { groups: () => 1, fit: () => ({ method: 'none' }) },
  platt: { groups: manyGroups, fit: fitPlatt },
  beta: { groups: manyGroups, fit: fitBeta },
  isotonic: { groups: fewGroups, fit: fitIsotonic },
};

export const calibrationMethods = Object.keys(methods) as CalibrationMethod[];

/** As many of the rows as a calibration is fitted on, evenly spread. */
export const enoughToCalibrate = (rows: Uint32Array) => spreadOver(rows, enough);

/** The calibration that makes held-out margins agree with what happened (labels 0 or 1). */
export function fitCalibration(
  method: CalibrationMethod,
  margins: ArrayLike<number>,
  labels: ArrayLike<number>,
): Calibration {
  const { groups, fit } = methods[method];
  const some = enoughToCalibrate(everyRow(labels.length));
  return fit(groupMargins(selectValues(margins, some), selectValues(labels, some), groups(some.length)));
}
