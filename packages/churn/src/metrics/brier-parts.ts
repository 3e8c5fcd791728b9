import { isotonicBlocks } from './isotonic.js';
import { brierScore } from './probability-loss.js';
import type { ScoreLadder } from './score-ladder.js';

/** What a Brier score is made of: `brier = miscalibration - discrimination + uncertainty`. */
export interface BrierParts {
  /** What recalibration could still gain; 0 is perfect. */
  miscalibration: number;
  /** What telling customers apart has gained; more is better. */
  discrimination: number;
  /** The score of a model that gives everyone the churn rate. */
  uncertainty: number;
}

/** The CORP decomposition, by isotonic regression, without bins (Dimitriadis, Gneiting and Jordan 2021). */
export function brierParts(ladder: ScoreLadder): BrierParts {
  const { churned, stayed, positives, negatives } = ladder;
  const all = positives + negatives;
  const uncertainty = (positives * negatives) / all ** 2;
  const customers = churned.map((count, step) => count + stayed[step]);
  let recalibrated = 0;
  for (const { weight, mean } of isotonicBlocks(churned, customers))
    recalibrated += weight * mean * (1 - mean);
  recalibrated /= all;
  return {
    miscalibration: brierScore(ladder) - recalibrated,
    discrimination: uncertainty - recalibrated,
    uncertainty,
  };
}
