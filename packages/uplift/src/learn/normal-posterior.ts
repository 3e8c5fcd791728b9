/** What is believed of weights once the rows have spoken: normal, with these means and variances. */
export interface NormalPosterior {
  means: Float64Array;
  variances: Float64Array;
}

/**
 * The posterior of a linear model's weights: normal with precision matrix `information` and mean its inverse times `targets`,
 * by Cholesky's decomposition.
 *
 * @param information the lower half, row by row, of a symmetric and positive definite matrix.
 */
export function normalPosterior(
  information: readonly Float64Array[],
  targets: Float64Array,
): NormalPosterior {
  const root = cholesky(information);
  const size = targets.length;
  const means = new Float64Array(size);
  const variances = new Float64Array(size);
  const column = new Float64Array(size);
  // Column k of the root's inverse; the inverse of the whole is that matrix's transpose times itself.
  for (let k = 0; k < size; k++) {
    for (let i = k; i < size; i++) {
      let rest = i === k ? 1 : 0;
      for (let j = k; j < i; j++) rest -= root[i][j] * column[j];
      column[i] = rest / root[i][i];
      variances[k] += column[i] ** 2;
    }
  }
  for (let i = 0; i < size; i++) {
    let rest = targets[i];
    for (let j = 0; j < i; j++) rest -= root[i][j] * means[j];
    means[i] = rest / root[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = means[i];
    for (let j = i + 1; j < size; j++) rest -= root[j][i] * means[j];
    means[i] = rest / root[i][i];
  }
  return { means, variances };
}

function cholesky(lower: readonly Float64Array[]): Float64Array[] {
  const root: Float64Array[] = [];
  for (const [i, row] of lower.entries()) {
    root.push(new Float64Array(i + 1));
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= root[i][k] * root[j][k];
      root[i][j] = i === j ? Math.sqrt(rest) : rest / root[j][j];
    }
  }
  return root;
}
