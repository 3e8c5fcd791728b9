const mostSteps = 50;
const stillness = 1e-10;

/**
 * Weights of a logistic regression by Newton's method; give a column of ones for an intercept. A trace of ridge keeps
 * the weights finite where the classes part perfectly.
 *
 * @param columns one array a feature, each as long as labels.
 * @param labels 0 or 1.
 * @returns one weight a column.
 */
export function logisticRegression(
  columns: Float64Array[],
  labels: ArrayLike<number>,
  ridge = 1e-6,
): number[] {
  let weights = columns.map(() => 0);
  for (let step = 0; step < mostSteps; step++) {
    const change = newtonStep(columns, labels, weights, ridge);
    weights = weights.map((weight, i) => weight + change[i]);
    if (change.every((value) => Math.abs(value) < stillness)) break;
  }
  return weights;
}

function newtonStep(
  columns: Float64Array[],
  labels: ArrayLike<number>,
  weights: number[],
  ridge: number,
): number[] {
  const gradient = weights.map((weight) => -ridge * weight);
  const hessian = columns.map((_, i) => columns.map((_, j) => (i === j ? ridge : 0)));
  for (let row = 0; row < labels.length; row++) {
    let margin = 0;
    for (let i = 0; i < columns.length; i++) margin += weights[i] * columns[i][row];
    const p = 1 / (1 + Math.exp(-margin));
    const curvature = p * (1 - p);
    for (let i = 0; i < columns.length; i++) {
      gradient[i] += columns[i][row] * (labels[row] - p);
      for (let j = 0; j <= i; j++) hessian[i][j] += curvature * columns[i][row] * columns[j][row];
    }
  }
  return solve(hessian, gradient);
}

/** Cholesky: `lower` is the lower half of a symmetric, positive definite matrix; it is written over. */
function solve(lower: number[][], right: number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = lower[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j];
    }
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
