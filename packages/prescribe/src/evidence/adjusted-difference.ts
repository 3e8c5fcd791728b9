import type { ArmDifference, ArmOutcomes } from '@clv/contracts';

export interface TwoGroups {
  /** 1 for one group, 0 for the other. */
  treated: ArrayLike<number>;
  /** The probability of the group that each is in (default the same for all). */
  propensity?: ArrayLike<number>;
  /** Known before the groups were drawn. */
  before?: ArrayLike<number>;
}

/**
 * The mean outcome of the treated less that of the others, weighted by the inverse propensity and adjusted by what was known before
 * (CUPED), with what its interval is made of.
 */
export function adjustedDifference(
  { treated, propensity, before }: TwoGroups,
  rows: readonly number[],
  outcome: (i: number) => number,
): ArmDifference {
  const weight = (i: number) => (propensity ? 1 / propensity[i] : 1);
  const [heldOut, given] = [0, 1].map((arm) => {
    const members = rows.filter((i) => treated[i] === arm);
    const total = sumOf(members, weight);
    const meanOf = (of: (i: number) => number) => sumOf(members, (i) => weight(i) * of(i)) / total;
    return { members, total, outcome: meanOf(outcome), before: before ? meanOf((i) => before[i]) : 0 };
  });
  const slope = before ? slopeWithin([heldOut, given], weight, outcome, (i) => before[i]) : 0;
  const armOf = ({ members, total, outcome: mean, before: known }: Group): ArmOutcomes => {
    const squared = members.map((i) => {
      const residual = outcome(i) - mean - (before ? slope * (before[i] - known) : 0);
      return ((weight(i) * members.length * residual) / total) ** 2;
    });
    const squares = sumOf(squared, (each) => each);
    return { count: members.length, mean, squares, fourths: sumOf(squared, (each) => each ** 2) };
  };
  return {
    value: given.outcome - heldOut.outcome - slope * (given.before - heldOut.before),
    none: armOf(heldOut),
    offered: armOf(given),
  };
}

interface Group {
  members: number[];
  /** Of their weights. */
  total: number;
  /** Means. */
  outcome: number;
  before: number;
}

/** How much the outcome goes along with what was known before, inside the groups; 0 where that never varies. */
function slopeWithin(
  arms: readonly Group[],
  weight: (i: number) => number,
  outcome: (i: number) => number,
  before: (i: number) => number,
): number {
  let together = 0;
  let alone = 0;
  for (const arm of arms)
    for (const i of arm.members) {
      const deviation = before(i) - arm.before;
      together += weight(i) * deviation * (outcome(i) - arm.outcome);
      alone += weight(i) * deviation ** 2;
    }
  return alone > 0 ? together / alone : 0;
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
