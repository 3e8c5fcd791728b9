import type { ScoreLadder } from './score-ladder.js';

/** Customers of similar probability: what was predicted for them, and what happened. */
export interface CalibrationBin {
  customers: number;
  /** The mean probability of leaving. */
  predicted: number;
  /** The share that left. */
  observed: number;
}

/** Bins of equal mass from low to high probability, the last the remainder; equal probabilities share a bin. */
export function equalMassBins(ladder: ScoreLadder, bins: number): CalibrationBin[] {
  const { scores, churned, stayed, positives, negatives } = ladder;
  const all = positives + negatives;
  const curve: CalibrationBin[] = [];
  let [customers, predicted, observed] = [0, 0, 0];
  for (let step = 0; step < scores.length; step++) {
    const here = churned[step] + stayed[step];
    customers += here;
    predicted += here * scores[step];
    observed += churned[step];
    const full = customers * bins >= all;
    if (!full && step < scores.length - 1) continue;
    curve.push({ customers, predicted: predicted / customers, observed: observed / customers });
    [customers, predicted, observed] = [0, 0, 0];
  }
  return curve;
}

/** The expected calibration error: the mean distance between predicted and observed over the bins, by their customers. */
export function expectedCalibrationError(curve: readonly CalibrationBin[]): number {
  let [distance, all] = [0, 0];
  for (const { customers, predicted, observed } of curve) {
    distance += customers * Math.abs(predicted - observed);
    all += customers;
  }
  return distance / all;
}
