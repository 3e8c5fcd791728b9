import type { ArmDifference } from '@clv/contracts';
import { add, differenceOf, emptyArm } from './arm-sums.js';
import type { Ranking } from './ranking.js';

/** So much a product of doubles may be off: .29 of 100 is 29, not 28. */
const rounding = 4 * Number.EPSILON;

/** The difference of mean outcomes, with and without the offer, among the first `share` of the customers; NaN if all got the same. */
export const upliftAmongFirst = (ranking: Ranking, share: number): ArmDifference =>
  upliftBetween(ranking, 0, Math.floor(share * ranking.outcome.length * (1 + rounding)));

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
