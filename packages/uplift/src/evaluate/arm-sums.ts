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

/** The variance of an arm's weighted mean (Hajek 1971); of equal weights that of a mean. */
export function varianceOfMean({ count, weight, squaredWeight, sum, squares, total }: ArmSums): number {
  if (count === 0) return 0;
  const centre = sum / squaredWeight;
  const about =
    Math.max(0, squares - sum ** 2 / squaredWeight) + squaredWeight * (total / weight - centre) ** 2;
  return (about / Math.max(1, count - 1) / count) * (count / weight) ** 2;
}
