import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Pairs with fewer rows in common are taken as unrelated. */
const fewestPairs = 10;

/** Pearson's correlation over the rows where both are numbers; 0 where there are too few or one does not vary. */
export function pearson(x: Float64Array, y: Float64Array): number {
  let rows = 0;
  let [sumX, sumY] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
    rows++;
    sumX += x[i];
    sumY += y[i];
  }
  const [meanX, meanY] = [sumX / rows, sumY / rows];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
    xx += (x[i] - meanX) ** 2;
    yy += (y[i] - meanY) ** 2;
    xy += (x[i] - meanX) * (y[i] - meanY);
  }
  return rows < fewestPairs || xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/**
 * What turns independent Gaussians into correlated ones, row by row: a square root of the correlations, of which
 * negative eigenvalues are dropped and rows brought back to length 1, since pairs that were measured one by one need
 * not go together.
 */
export function factorOf(correlations: Matrix): number[][] {
  if (correlations.rows === 0) return [];
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(correlations, {
    assumeSymmetric: true,
  });
  return eigenvectorMatrix.to2DArray().map((row) => {
    const scaled = row.map((value, k) => value * Math.sqrt(Math.max(0, realEigenvalues[k])));
    const length = Math.hypot(...scaled);
    return scaled.map((value) => value / length);
  });
}
