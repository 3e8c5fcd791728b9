import { studentQuantile } from '@clv/contracts';
import { areaUnderRoc } from './roc-auc.js';
import type { ScoreLadder } from './score-ladder.js';

/** The ends of an interval of 95%. */
export type Interval = [number, number];

/** For each step of a ladder, the share of the other kind against which a customer there is ordered rightly. */
export interface Placements {
  churned: Float64Array;
  stayed: Float64Array;
}

/** How much what an AUC alone says of the spread of placements counts, in customers of either kind. */
const typicalCustomers = 2;

/**
 * The 95% interval of an AUC, from the variance of placements (DeLong, DeLong and Clarke-Pearson 1988), each kind's moderated by what
 * exponential scores of that AUC have (Hanley and McNeil 1982; Smyth 2004): few customers who are alike claim no certainty. It is taken
 * on the scale of log-odds, with Student's t, so that it stays within 0 and 1. With fewer than some hundreds of either kind it still
 * holds the true AUC less often than it says: of 50 who left of 550, in 87 to 92 of 100 samples where the AUC is 0.96.
 */
export function aucInterval(ladder: ScoreLadder): Interval {
  const { positives, negatives, churned, stayed } = ladder;
  const auc = areaUnderRoc(ladder);
  const halfPair = 0.5 / (positives * negatives);
  const inside = Math.min(Math.max(auc, halfPair), 1 - halfPair);
  const placements = placementsOn(ladder);
  const squares = (share: Float64Array, counts: Uint32Array) =>
    share.reduce((sum, placement, step) => sum + counts[step] * (placement - auc) ** 2, 0);
  const typical = [inside / (2 - inside), (2 * inside ** 2) / (1 + inside)].map((mean) => mean - inside ** 2);
  const parts = [
    { count: positives, squares: squares(placements.churned, churned) },
    { count: negatives, squares: squares(placements.stayed, stayed) },
  ].map((kind, k) => {
    const freedom = kind.count - 1 + typicalCustomers;
    return { freedom, variance: (kind.squares + typicalCustomers * typical[k]) / freedom / kind.count };
  });
  const variance = parts[0].variance + parts[1].variance;
  const freedom = variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / part.freedom, 0);
  const margin = (studentQuantile(0.95, freedom) * Math.sqrt(variance)) / (inside * (1 - inside));
  const at = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
  const centre = Math.log(inside / (1 - inside));
  return [Math.min(auc, at(centre - margin)), Math.max(auc, at(centre + margin))];
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
