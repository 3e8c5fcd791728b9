import type { ScoreLadder } from './score-ladder.js';

/** A probability is taken as no surer than this, so that one wrong certainty does not make the loss infinite. */
const leastDoubt = 1e-15;

/** -log(the probability given to what happened), in nats. */
export function surprise(label: number, probability: number): number {
  const p = Math.min(Math.max(probability, leastDoubt), 1 - leastDoubt);
  return label === 1 ? -Math.log(p) : -Math.log1p(-p);
}

/** The mean surprise, in nats. */
export function logLoss({ scores, churned, stayed, positives, negatives }: ScoreLadder): number {
  let loss = 0;
  for (let step = 0; step < scores.length; step++) {
    if (churned[step] > 0) loss += churned[step] * surprise(1, scores[step]);
    if (stayed[step] > 0) loss += stayed[step] * surprise(0, scores[step]);
  }
  return loss / (positives + negatives);
}

/** The mean squared distance between the probability and what happened (Brier 1950). */
export function brierScore({ scores, churned, stayed, positives, negatives }: ScoreLadder): number {
  let loss = 0;
  for (let step = 0; step < scores.length; step++)
    loss += churned[step] * (1 - scores[step]) ** 2 + stayed[step] * scores[step] ** 2;
  return loss / (positives + negatives);
}
