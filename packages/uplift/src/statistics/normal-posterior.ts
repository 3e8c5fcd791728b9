import { choleskyFactor, solveByCholesky } from '@clv/contracts';

/** What is believed of weights once the rows have spoken: normal, with these means and variances. */
export interface NormalPosterior {
  means: Float64Array;
  variances: Float64Array;
}

/**
 * The posterior of a linear model's weights: normal with precision matrix `information` and mean its inverse times `targets`.
 *
 * @param information the lower half, row by row, of a symmetric and positive definite matrix.
 */
export function normalPosterior(
  information: readonly Float64Array[],
  targets: Float64Array,
): NormalPosterior {
  const factor = choleskyFactor(information);
  const size = targets.length;
  const variances = new Float64Array(size);
  const column = new Float64Array(size);
  // Column k of the factor's inverse; the whole inverse is that matrix's transpose times itself.
  for (let k = 0; k < size; k++) {
    for (let i = k; i < size; i++) {
      let rest = i === k ? 1 : 0;
      for (let j = k; j < i; j++) rest -= factor[i][j] * column[j];
      column[i] = rest / factor[i][i];
      variances[k] += column[i] ** 2;
    }
  }
  return { means: solveByCholesky(factor, targets), variances };
}
