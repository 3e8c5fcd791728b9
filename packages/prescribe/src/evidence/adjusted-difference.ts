export interface Difference {
  value: number;
  standardError: number;
}

export interface TwoGroups {
  /** 1 for one group, 0 for the other. */
  treated: ArrayLike<number>;
  /** The probability of the group that each is in (default the same for all). */
  propensity?: ArrayLike<number>;
  /** Known before the groups were drawn. */
  before?: ArrayLike<number>;
}

/**
 * The mean outcome of the treated less that of the others, weighted by the inverse propensity and adjusted by what was
 * known before (CUPED), with the standard error for unequal variances (Welch 1947).
 */
export function adjustedDifference(
  { treated, propensity, before }: TwoGroups,
  rows: readonly number[],
  outcome: (i: number) => number,
): Difference {
  const weight = (i: number) => (propensity ? 1 / propensity[i] : 1);
  const arms = [0, 1].map((arm) => {
    const members = rows.filter((i) => treated[i] === arm);
    const total = members.reduce((sum, i) => sum + weight(i), 0);
    const meanOf = (of: (i: number) => number) =>
      members.reduce((sum, i) => sum + weight(i) * of(i), 0) / total;
    return { members, total, outcome: meanOf(outcome), before: before ? meanOf((i) => before[i]) : 0 };
  });
  const slope = before ? slopeWithin(arms, weight, outcome, (i) => before[i]) : 0;
  const [heldOut, given] = arms;
  const variance = arms.reduce((sum, arm) => {
    const { members, total } = arm;
    const squares = members.reduce((squared, i) => {
      const residual = outcome(i) - arm.outcome - (before ? slope * (before[i] - arm.before) : 0);
      return squared + (weight(i) * residual) ** 2;
    }, 0);
    return sum + (squares / total ** 2) * (members.length / (members.length - 1));
  }, 0);
  return {
    value: given.outcome - heldOut.outcome - slope * (given.before - heldOut.before),
    standardError: Math.sqrt(variance),
  };
}

interface Arm {
  members: number[];
  outcome: number;
  before: number;
}

/** How much the outcome goes along with what was known before, inside the groups; 0 where that never varies. */
function slopeWithin(
  arms: readonly Arm[],
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
