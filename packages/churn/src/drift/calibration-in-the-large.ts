import { wilsonInterval } from '@clv/contracts';
import { checkProbabilities } from '../checks/check-probabilities.js';
import type { Interval } from '../metrics/delong.js';
import { checkArrays, checkScores } from '../metrics/score-ladder.js';

/** Whether as many left as was predicted. */
export interface CalibrationInTheLarge {
  /** The mean probability of the customers whose outcome is known. */
  predicted: number;
  /** The share of them that left. */
  observed: number;
  /**
   * The 95% interval of observed - predicted (Wilson 1927, of customers who vary as little as those of these probabilities do); where it
   * excludes 0, the model should be fitted again.
   */
  difference: Interval;
}

/** This many standard errors on either side make an interval of 95%. */
const z95 = 1.959963984540054;

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
  const { low, high } = wilsonInterval(observed, known / sureness(predicted, variance / known), z95);
  return { predicted, observed, difference: [low - predicted, high - predicted] };
}

/** The variance of outcomes by their own probabilities as a share of that by the mean alone. */
function sureness(mean: number, variance: number): number {
  const alike = mean * (1 - mean);
  return alike > 0 ? variance / alike : 1;
}
