import type { ScoreLadder } from './score-ladder.js';

/**
 * Whom one reaches by going down from the highest score: entry 0 is nobody, the last entry everybody, and each entry
 * between takes in all customers with a score of at least `threshold`.
 */
export interface TargetingPath {
  /** The least score taken in; Infinity for nobody. */
  threshold: Float64Array;
  /** The share of those who churned that is reached. */
  churned: Float64Array;
  /** The share of those who stayed that is reached. */
  stayed: Float64Array;
  /** The share of all customers that is reached. */
  reached: Float64Array;
  churnRate: number;
}

export function targetingPath({ scores, churned, stayed, positives, negatives }: ScoreLadder): TargetingPath {
  const steps = scores.length;
  const path: TargetingPath = {
    threshold: new Float64Array(steps + 1).fill(Infinity),
    churned: new Float64Array(steps + 1),
    stayed: new Float64Array(steps + 1),
    reached: new Float64Array(steps + 1),
    churnRate: positives / (positives + negatives),
  };
  let [left, kept] = [0, 0];
  for (let entry = 1; entry <= steps; entry++) {
    const step = steps - entry;
    left += churned[step];
    kept += stayed[step];
    path.threshold[entry] = scores[step];
    path.churned[entry] = left / positives;
    path.stayed[entry] = kept / negatives;
    path.reached[entry] = (left + kept) / (positives + negatives);
  }
  return path;
}
