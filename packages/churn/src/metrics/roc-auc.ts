import { scoreLadder, type ScoreLadder } from './score-ladder.js';

/**
 * The chance that a customer who churned has a higher score than one who stayed, ties counting half (Mann and Whitney).
 *
 * @param labels 1 churned, 0 stayed, -1 not known (left out).
 * @param scores any numbers, higher for likelier churn; as many as labels.
 * @returns 0.5 for scores no better than chance, 1 for perfect ones.
 * @throws InvalidInputError where only one kind of customer is there, or a score is not finite.
 */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  return areaUnderRoc(scoreLadder(labels, scores));
}

export function areaUnderRoc({ churned, stayed, positives, negatives }: ScoreLadder): number {
  let wins = 0;
  let stayedBelow = 0;
  for (let step = 0; step < churned.length; step++) {
    wins += churned[step] * (stayedBelow + stayed[step] / 2);
    stayedBelow += stayed[step];
  }
  return wins / (positives * negatives);
}
