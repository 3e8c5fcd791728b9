/**
 * Cholesky's factor of a symmetric, positive definite matrix: the lower triangle whose product with its own transpose is
 * the matrix.
 *
 * @param matrix its lower half, row by row; what stands beyond the diagonal is not read.
 * @returns rows of 1, 2, … numbers. Where the matrix is not positive definite, a number on the diagonal is 0 or NaN.
 */
export function choleskyFactor(matrix: readonly ArrayLike<number>[]): Float64Array[] {
  const factor: Float64Array[] = [];
  for (const [i, row] of matrix.entries()) {
    factor.push(new Float64Array(i + 1));
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
    }
  }
  return factor;
}

/** Solves the linear system of the matrix that has this {@link choleskyFactor}, for one right-hand side. */
export function solveByCholesky(
  factor: readonly ArrayLike<number>[],
  right: ArrayLike<number>,
): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] -= factor[i][k] * x[k];
    x[i] /= factor[i][i];
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= factor[k][i] * x[k];
    x[i] /= factor[i][i];
  }
  return x;
}
