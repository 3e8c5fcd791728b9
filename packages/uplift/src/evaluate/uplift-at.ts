import type { ArmDifference } from '@clv/contracts';
import { add, differenceOf, emptyArm } from './arm-sums.js';
import type { Ranking } from './ranking.js';

/** The difference of mean outcomes, with and without the offer, among the first `share` of the customers; NaN if all got the same. */
export const upliftAmongFirst = (ranking: Ranking, share: number): ArmDifference =>
  upliftBetween(ranking, 0, Math.floor(share * ranking.outcome.length));

/** The same among customers `from` to `end`, in the order of the ranking. */
export function upliftBetween(
  { outcome, treated, weight }: Ranking,
  from: number,
  end: number,
): ArmDifference {
  const [rest, offered] = [emptyArm(), emptyArm()];
  for (let i = from; i < end; i++) add(treated[i] ? offered : rest, outcome[i], weight[i]);
  return differenceOf(rest, offered);
}
