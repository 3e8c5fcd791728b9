import type { ArmDifference } from '@clv/contracts';
import { add, differenceOf, emptyArm } from './arm-sums.js';
import type { Ranking } from './ranking.js';

/** The difference of mean outcomes, with and without the offer, among the first `share` of the customers; NaN if all got the same. */
export function upliftAmongFirst({ outcome, treated, weight }: Ranking, share: number): ArmDifference {
  const [rest, offered] = [emptyArm(), emptyArm()];
  const first = Math.floor(share * outcome.length);
  for (let i = 0; i < first; i++) add(treated[i] ? offered : rest, outcome[i], weight[i]);
  return differenceOf(rest, offered);
}
