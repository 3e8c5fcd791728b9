import type { ArmDifference, ArmOutcomes } from '@clv/contracts';

/** Sums over the customers of one arm, each counting by its weight: as many as its mean outcome and that mean's error need. */
export interface ArmSums {
  count: number;
  weight: number;
  squaredWeight: number;
  /** Of the outcomes, times the squared weight. */
  sum: number;
  squares: number;
  /** Of the outcomes, times the weight. */
  total: number;
}

export const emptyArm = (): ArmSums => ({
  count: 0,
  weight: 0,
  squaredWeight: 0,
  sum: 0,
  squares: 0,
  total: 0,
});

export function add(arm: ArmSums, outcome: number, weight: number): void {
  const squared = weight * weight;
  arm.count++;
  arm.weight += weight;
  arm.squaredWeight += squared;
  arm.sum += squared * outcome;
  arm.squares += squared * outcome ** 2;
  arm.total += weight * outcome;
}

/** The difference of the arms' weighted means (Hajek 1971), with what its interval is made of; NaN where an arm has nobody. */
export function differenceOf(rest: ArmSums, offered: ArmSums): ArmDifference {
  const arms = { none: outcomesOf(rest), offered: outcomesOf(offered) };
  return { value: arms.offered.mean - arms.none.mean, ...arms };
}

function outcomesOf({ count, weight, squaredWeight, sum, squares, total }: ArmSums): ArmOutcomes {
  const mean = total / weight;
  const about =
    Math.max(0, squares - sum ** 2 / squaredWeight) + squaredWeight * (sum / squaredWeight - mean) ** 2;
  return { count, mean, squares: about * (count / weight) ** 2 };
}
