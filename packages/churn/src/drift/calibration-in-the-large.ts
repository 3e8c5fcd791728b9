import { checkProbabilities } from '../checks/check-probabilities.js';
import { z95, type Interval } from '../metrics/delong.js';
import { checkArrays, checkScores } from '../metrics/score-ladder.js';

/** Whether as many left as was predicted. */
export interface CalibrationInTheLarge {
  /** The mean probability of the customers whose outcome is known. */
  predicted: number;
  /** The share of them that left. */
  observed: number;
  /** The 95% interval of observed - predicted; where it excludes 0, the model should be fitted again. */
  difference: Interval;
}

/**
 * Compares what was predicted with what happened; undefined where no outcome is known.
 *
 * @param labels 1 left, 0 stayed, -1 not known (left out).
 * @throws InvalidInputError where labels are not one a probability, or naming every row whose label is none of these or whose
 *   probability is outside [0, 1].
 */
export function calibrationInTheLarge(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): CalibrationInTheLarge | undefined {
  checkArrays({ labels, probabilities });
  checkScores(labels, probabilities);
  checkProbabilities(probabilities, labels.length);
  let [known, left, expected, variance] = [0, 0, 0, 0];
  for (let row = 0; row < probabilities.length; row++) {
    if (labels[row] < 0) continue;
    const p = probabilities[row];
    known++;
    left += labels[row];
    expected += p;
    variance += p * (1 - p);
  }
  if (known === 0) return undefined;
  const [predicted, observed] = [expected / known, left / known];
  const margin = (z95 * Math.sqrt(variance)) / known;
  return { predicted, observed, difference: [observed - predicted - margin, observed - predicted + margin] };
}
