import { choleskyFactor, solveByCholesky } from '@clv/contracts';

/** A pivot below this share of its diagonal entry may be rounding alone. */
const leastPivot = 1e-14;

/** The inverse of a symmetric matrix; undefined where it is not positive definite beyond rounding. */
export function invertPositiveDefinite(matrix: readonly number[][]): Float64Array[] | undefined {
  const factor = choleskyFactor(matrix);
  const isPositive = matrix.every((row, i) => factor[i][i] ** 2 > leastPivot * Math.abs(row[i]));
  if (!isPositive) return undefined;
  return matrix.map((row, j) =>
    solveByCholesky(
      factor,
      row.map((_, i) => +(i === j)),
    ),
  );
}
