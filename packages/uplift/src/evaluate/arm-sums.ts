import type { ArmDifference, ArmOutcomes } from '@clv/contracts';

/** Sums over the customers of one arm, each counting by its weight: as many as its mean outcome and that mean's error need. */
export interface ArmSums {
  count: number;
  /** The first outcome, from which all are counted: so amounts that are far from 0 lose no digits. */
  origin: number;
  weight: number;
  squaredWeight: number;
  /** Of what the outcomes are off the first, times the squared weight. */
  sum: number;
  squares: number;
  /** Of what they are off it, times the weight. */
  total: number;
}

export const emptyArm = (): ArmSums => ({
  count: 0,
  origin: 0,
  weight: 0,
  squaredWeight: 0,
  sum: 0,
  squares: 0,
  total: 0,
});

export function add(arm: ArmSums, outcome: number, weight: number): void {
  if (arm.count === 0) arm.origin = outcome;
  const squared = weight * weight;
  const away = outcome - arm.origin;
  arm.count++;
  arm.weight += weight;
  arm.squaredWeight += squared;
  arm.sum += squared * away;
  arm.squares += squared * away ** 2;
  arm.total += weight * away;
}

/** The difference of the arms' weighted means (Hajek 1971), with what its interval is made of; NaN where an arm has nobody. */
export function differenceOf(rest: ArmSums, offered: ArmSums): ArmDifference {
  const arms = { none: outcomesOf(rest), offered: outcomesOf(offered) };
  return { value: arms.offered.mean - arms.none.mean, ...arms };
}

function outcomesOf({ count, origin, weight, squaredWeight, sum, squares, total }: ArmSums): ArmOutcomes {
  const away = total / weight;
  const about =
    Math.max(0, squares - sum ** 2 / squaredWeight) + squaredWeight * (sum / squaredWeight - away) ** 2;
  return { count, mean: origin + away, squares: about * (count / weight) ** 2 };
}
