import { areaUnderRoc } from '../metrics/roc-auc.js';
import { scoreLadder } from '../metrics/score-ladder.js';
import { logLoss } from '../metrics/probability-loss.js';
import { rowsWhere, selectValues } from '../rows.js';
import { applyCalibration } from './apply-calibration.js';
import type { Calibration, CalibrationMethod } from './calibration.js';
import { fitCalibration } from './fit-calibration.js';

export interface CrossCalibrated {
  /** Fitted on the held-out margins of all customers. */
  calibration: Calibration;
  /** Each customer's probability, by a calibration that was fitted on the other folds' margins. */
  probabilities: Float64Array;
}

/** A method may pool customers who ought to be told apart; one that loses more AUC than this is passed over. */
const tolerableCost = 0.001;

/**
 * Calibrates held-out margins. Of several methods, it takes the one with the least held-out log-loss among those that
 * do not cost AUC.
 *
 * @param margins each customer's margin, by trees that did not see that customer.
 * @param labels 0 or 1.
 * @param foldOf the fold in which each customer was held out.
 */
export function crossCalibrate(
  methods: readonly CalibrationMethod[],
  margins: Float64Array,
  labels: Float64Array,
  foldOf: Int8Array,
): CrossCalibrated {
  const candidates = methods.map((method) => {
    const probabilities = heldOut(method, margins, labels, foldOf);
    const ladder = scoreLadder(labels, probabilities);
    return { method, probabilities, loss: logLoss(ladder), auc: areaUnderRoc(ladder) };
  });
  const bestAuc = Math.max(...candidates.map(({ auc }) => auc));
  const [best] = candidates
    .filter(({ auc }) => auc >= bestAuc - tolerableCost)
    .sort((a, b) => a.loss - b.loss);
  return {
    calibration: fitCalibration(best.method, margins, labels),
    probabilities: best.probabilities,
  };
}

function heldOut(
  method: CalibrationMethod,
  margins: Float64Array,
  labels: Float64Array,
  foldOf: Int8Array,
): Float64Array {
  const probabilities = new Float64Array(margins.length);
  for (const fold of new Set(foldOf)) {
    const inside = rowsWhere(margins.length, (row) => foldOf[row] === fold);
    const outside = rowsWhere(margins.length, (row) => foldOf[row] !== fold);
    const calibration = fitCalibration(method, selectValues(margins, outside), selectValues(labels, outside));
    const calibrated = applyCalibration(calibration, selectValues(margins, inside));
    inside.forEach((row, i) => (probabilities[row] = calibrated[i]));
  }
  return probabilities;
}
