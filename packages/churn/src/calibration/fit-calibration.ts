import { scoreLadder, type ScoreLadder } from '../metrics/score-ladder.js';
import { everyRow, selectValues, spreadOver } from '../rows/select-rows.js';
import type { Calibration, CalibrationMethod } from './calibration.js';
import { fitBeta } from './fit-beta.js';
import { fitIsotonic } from './fit-isotonic.js';
import { fitPlatt } from './fit-platt.js';
import { groupMargins, type MarginGroups } from './margin-groups.js';

/** This many customers determine a curve of a few parameters to within a thousandth of a probability. */
export const enoughToFit = 200_000;

/** For a curve of two or three parameters, this many groups of equal size are as good as single customers. */
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

/** Margins and outcomes (labels 0 or 1) of at most `enoughToFit` customers, evenly spread over the rows. */
export function ladderToCalibrate(
  margins: ArrayLike<number>,
  labels: ArrayLike<number>,
  rows: Uint32Array = everyRow(labels.length),
): ScoreLadder {
  const some = spreadOver(rows, enoughToFit);
  return scoreLadder(selectValues(labels, some), selectValues(margins, some));
}

/**
 * The calibration that makes held-out margins agree with what happened.
 *
 * @param ladder of margins, by `ladderToCalibrate`.
 */
export function fitCalibration(method: CalibrationMethod, ladder: ScoreLadder): Calibration {
  const { groups, fit } = methods[method];
  return fit(groupMargins(ladder, groups(ladder.positives + ladder.negatives)));
}
