import type { Estimate } from '@clv/contracts';
import { intervalAround } from '../statistics/estimate.js';
import { studentQuantile } from '../statistics/student-quantile.js';

export interface TwoGroups {
  /** 1 for one group, 0 for the other. */
  treated: ArrayLike<number>;
  /** The probability of the group that each is in (default the same for all). */
  propensity?: ArrayLike<number>;
  /** Known before the groups were drawn. */
  before?: ArrayLike<number>;
}

/** The mean outcome of the treated less that of the others, weighted by the inverse propensity and adjusted by what was known before (CUPED). */
interface AdjustedDifference {
  value: number;
  /** The others first. */
  arms: [Arm, Arm];
}

interface Arm {
  count: number;
  mean: number;
  /** What the adjusted outcomes are off the mean, squared and added up; weights are on average 1. */
  squares: number;
}

/** How much the variance that both arms have in common counts for each, in customers. */
const sharedCustomers = 2;

/**
 * The difference of amounts, with an interval by Student's t for unequal variances (Welch 1947). What an arm's own customers say of its
 * variance is moderated by what both say (Smyth 2004), so that two who are alike claim no certainty.
 */
export function amountDifference(
  groups: TwoGroups,
  rows: readonly number[],
  outcome: (i: number) => number,
  confidence: number,
): Estimate {
  const { value, arms } = differenceOf(groups, rows, outcome);
  const common = sumOf(arms, ({ squares }) => squares) / sumOf(arms, ({ count }) => count - 1);
  const parts = arms.map(({ count, squares }) => {
    const freedom = count - 1 + sharedCustomers;
    return { freedom, variance: (squares + sharedCustomers * common) / freedom / count };
  });
  const variance = sumOf(parts, (part) => part.variance);
  const freedom = variance ** 2 / sumOf(parts, (part) => part.variance ** 2 / part.freedom);
  const margin = variance > 0 ? studentQuantile(confidence, freedom) * Math.sqrt(variance) : 0;
  return { value, low: value - margin, high: value + margin };
}

/**
 * The difference of shares, of outcomes 0 and 1, with the interval of Agresti and Caffo (2000): as if of one more customer in each arm
 * the outcome had been 1, and of one more 0. It holds the truth as often as it says of a dozen customers too, and where all of an
 * arm are alike.
 */
export function shareDifference(
  groups: TwoGroups,
  rows: readonly number[],
  outcome: (i: number) => number,
  confidence: number,
): Estimate {
  const { value, arms } = differenceOf(groups, rows, outcome);
  const [heldOut, given] = arms.map(({ count, mean, squares }) => {
    const share = (count * mean + 1) / (count + 2);
    const shift = share - mean;
    return {
      shift,
      variance: (squares + count * shift ** 2 + share ** 2 + (1 - share) ** 2) / (count + 2) ** 2,
    };
  });
  const centre = value + given.shift - heldOut.shift;
  return intervalAround(confidence, {
    value,
    centre,
    standardError: Math.sqrt(given.variance + heldOut.variance),
  });
}

function differenceOf(
  { treated, propensity, before }: TwoGroups,
  rows: readonly number[],
  outcome: (i: number) => number,
): AdjustedDifference {
  const weight = (i: number) => (propensity ? 1 / propensity[i] : 1);
  const [heldOut, given] = [0, 1].map((arm) => {
    const members = rows.filter((i) => treated[i] === arm);
    const total = sumOf(members, weight);
    const meanOf = (of: (i: number) => number) => sumOf(members, (i) => weight(i) * of(i)) / total;
    return { members, total, outcome: meanOf(outcome), before: before ? meanOf((i) => before[i]) : 0 };
  });
  const slope = before ? slopeWithin([heldOut, given], weight, outcome, (i) => before[i]) : 0;
  const armOf = ({ members, total, outcome: mean, before: known }: Members & { total: number }): Arm => ({
    count: members.length,
    mean,
    squares: sumOf(members, (i) => {
      const residual = outcome(i) - mean - (before ? slope * (before[i] - known) : 0);
      return ((weight(i) * members.length * residual) / total) ** 2;
    }),
  });
  return {
    value: given.outcome - heldOut.outcome - slope * (given.before - heldOut.before),
    arms: [armOf(heldOut), armOf(given)],
  };
}

interface Members {
  members: number[];
  outcome: number;
  before: number;
}

/** How much the outcome goes along with what was known before, inside the groups; 0 where that never varies. */
function slopeWithin(
  arms: readonly Members[],
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
