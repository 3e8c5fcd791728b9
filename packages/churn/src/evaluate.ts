import {
  calibrationCurve,
  expectedCalibrationError,
  type CalibrationBin,
} from './metrics/calibration-curve.js';
import { brierScore, logLoss } from './metrics/probability-loss.js';
import { areaUnderRoc } from './metrics/roc-auc.js';
import { scoreLadder } from './metrics/score-ladder.js';

/** How good probabilities were, judged by what happened. */
export interface ChurnReport {
  /** Customers whose outcome is known. */
  rows: number;
  /** The share of them that churned. */
  churnRate: number;
  /** The area under the ROC curve: 0.5 knows nothing, 1 is perfect. */
  auc: number;
  /** In nats; less is better. */
  logLoss: number;
  /** The mean squared error; less is better. */
  brier: number;
  /** The expected calibration error over ten bins of equal mass; 0 is perfect. */
  ece: number;
  calibrationCurve: CalibrationBin[];
}

/**
 * Judges probabilities by what happened.
 *
 * @param labels 1 churned, 0 stayed, -1 not known (left out).
 * @param probabilities of churn, in [0, 1], as many as labels. They must come from a model that did not see the labels.
 * @throws InvalidInputError where only one kind of customer is there, or a value is out of range.
 */
export function evaluateChurn(labels: ArrayLike<number>, probabilities: ArrayLike<number>): ChurnReport {
  const ladder = scoreLadder(labels, probabilities);
  const curve = calibrationCurve(ladder);
  const rows = ladder.positives + ladder.negatives;
  return {
    rows,
    churnRate: ladder.positives / rows,
    auc: areaUnderRoc(ladder),
    logLoss: logLoss(ladder),
    brier: brierScore(ladder),
    ece: expectedCalibrationError(curve),
    calibrationCurve: curve,
  };
}
