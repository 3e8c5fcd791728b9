import { scoreLadder } from '../metrics/score-ladder.js';
import { logLoss } from '../metrics/probability-loss.js';
import { rowsWhere } from '../rows.js';
import { applyCalibration } from './apply-calibration.js';
import type { Calibration, CalibrationMethod } from './calibration.js';
import { fitCalibration } from './fit-calibration.js';

export interface CrossCalibrated {
  /** Fitted on the held-out margins of all customers. */
  calibration: Calibration;
  /** Each customer's probability, by a calibration that was fitted on the other folds' margins. */
  probabilities: Float64Array;
}

/**
 * Calibrates held-out margins, and takes of several methods the one with the least held-out log-loss.
 *
 * @param margins each customer's margin, by trees that did not see that customer.
 * @param labels 0 or 1.
 * @param foldOf the fold in which each customer was held out.
 */
export function crossCalibrate(
  methods: readonly CalibrationMethod[],
  margins: Float64Array,
  labels: Float32Array,
  foldOf: Int8Array,
): CrossCalibrated {
  const [best] = methods
    .map((method) => {
      const probabilities = heldOut(method, margins, labels, foldOf);
      return { method, probabilities, loss: logLoss(scoreLadder(labels, probabilities)) };
    })
    .sort((a, b) => a.loss - b.loss);
  return {
    calibration: fitCalibration(best.method, margins, labels),
    probabilities: best.probabilities,
  };
}

function heldOut(
  method: CalibrationMethod,
  margins: Float64Array,
  labels: Float32Array,
  foldOf: Int8Array,
): Float64Array {
  const probabilities = new Float64Array(margins.length);
  for (const fold of new Set(foldOf)) {
    const inside = rowsWhere(margins.length, (row) => foldOf[row] === fold);
    const outside = rowsWhere(margins.length, (row) => foldOf[row] !== fold);
    const calibration = fitCalibration(method, pick(margins, outside), pick(labels, outside));
    applyCalibration(calibration, pick(margins, inside)).forEach((p, i) => (probabilities[inside[i]] = p));
  }
  return probabilities;
}

function pick(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]);
}
