/** The inverse of a symmetric matrix by Cholesky's decomposition; undefined where it is not positive definite. */
export function invertPositiveDefinite(matrix: readonly number[][]): number[][] | undefined {
  const n = matrix.length;
  const lower = decompose(matrix);
  if (!lower) return undefined;
  const columns = Array.from({ length: n }, (_, j) => {
    const x = Array.from({ length: n }, (_, i) => (i === j ? 1 : 0));
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
      x[i] /= lower[i][i];
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
      x[i] /= lower[i][i];
    }
    return x;
  });
  return columns;
}

function decompose(matrix: readonly number[][]): number[][] | undefined {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = rest / lower[j][j];
      else if (rest > 1e-14 * Math.abs(matrix[i][i])) lower[i][i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return lower;
}
