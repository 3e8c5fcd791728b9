import { areaUnderRoc } from './roc-auc.js';
import type { ScoreLadder } from './score-ladder.js';

/** The ends of an interval of 95%. */
export type Interval = [number, number];

/** This many standard errors on either side make an interval of 95%. */
export const z95 = 1.959963984540054;

/** For each step of a ladder, the share of the other kind against which a customer there is ordered rightly. */
export interface Placements {
  churned: Float64Array;
  stayed: Float64Array;
}

/** The 95% interval of an AUC (DeLong, DeLong and Clarke-Pearson 1988), cut off at 0 and 1. */
export function aucInterval(ladder: ScoreLadder): Interval {
  const auc = areaUnderRoc(ladder);
  const placements = placementsOn(ladder);
  const squares = (share: Float64Array, counts: Uint32Array) =>
    share.reduce((sum, placement, step) => sum + counts[step] * (placement - auc) ** 2, 0);
  const variance =
    varianceOfMean(squares(placements.churned, ladder.churned), ladder.positives) +
    varianceOfMean(squares(placements.stayed, ladder.stayed), ladder.negatives);
  const margin = z95 * Math.sqrt(variance);
  return [Math.max(0, auc - margin), Math.min(1, auc + margin)];
}

export function placementsOn({ churned, stayed, positives, negatives }: ScoreLadder): Placements {
  const placements = {
    churned: new Float64Array(churned.length),
    stayed: new Float64Array(churned.length),
  };
  let [churnedBelow, stayedBelow] = [0, 0];
  for (let step = 0; step < churned.length; step++) {
    placements.churned[step] = (stayedBelow + stayed[step] / 2) / negatives;
    placements.stayed[step] = 1 - (churnedBelow + churned[step] / 2) / positives;
    churnedBelow += churned[step];
    stayedBelow += stayed[step];
  }
  return placements;
}

/** The variance of a mean of `count` values from their sum of squared distances to it; one value alone tells none. */
export function varianceOfMean(squares: number, count: number): number {
  return count < 2 ? 0 : squares / (count - 1) / count;
}
