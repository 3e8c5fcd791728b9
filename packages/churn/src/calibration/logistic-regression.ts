import { choleskyFactor, solveByCholesky } from '@clv/contracts';

/** Customers who share their features: how many there are, and how many of them churned. */
export interface GroupedOutcomes {
  customers: ArrayLike<number>;
  churned: ArrayLike<number>;
}

const mostSteps = 50;
const stillness = 1e-10;

/**
 * Weights of a logistic regression by Newton's method; give a column of ones for an intercept.
 *
 * @param columns one array a feature, with a value a group.
 * @param ridge draws weights to 0; a trace keeps them finite where nothing else does.
 * @returns one weight a column.
 */
export function logisticRegression(
  columns: ArrayLike<number>[],
  outcomes: GroupedOutcomes,
  ridge = 1e-6,
): number[] {
  let weights = columns.map(() => 0);
  for (let step = 0; step < mostSteps; step++) {
    const change = newtonStep(columns, outcomes, weights, ridge);
    weights = weights.map((weight, i) => weight + change[i]);
    if (change.every((value) => Math.abs(value) < stillness)) break;
  }
  return weights;
}

function newtonStep(
  columns: ArrayLike<number>[],
  { customers, churned }: GroupedOutcomes,
  weights: number[],
  ridge: number,
): Float64Array {
  const gradient = weights.map((weight) => -ridge * weight);
  const hessian = columns.map((_, i) => columns.map((_, j) => (i === j ? ridge : 0)));
  for (let group = 0; group < customers.length; group++) {
    let margin = 0;
    for (let i = 0; i < columns.length; i++) margin += weights[i] * columns[i][group];
    const p = 1 / (1 + Math.exp(-margin));
    const surprise = churned[group] - customers[group] * p;
    const curvature = customers[group] * p * (1 - p);
    for (let i = 0; i < columns.length; i++) {
      gradient[i] += columns[i][group] * surprise;
      for (let j = 0; j <= i; j++) hessian[i][j] += curvature * columns[i][group] * columns[j][group];
    }
  }
  return solveByCholesky(choleskyFactor(hessian), gradient);
}
