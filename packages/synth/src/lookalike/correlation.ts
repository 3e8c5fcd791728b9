import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Pairs with fewer rows in common are taken as unrelated. */
const fewestPairs = 10;

/** Pearson's correlations of columns, each pair over the rows where both are numbers. */
export function correlationMatrix(columns: readonly Float64Array[]): Matrix {
  const scores = columns.map(standardScores);
  const matrix = Matrix.eye(columns.length);
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = [scores[i], scores[j]];
      const value = a && b ? dot(a, b) / a.length : pearson(columns[i], columns[j]);
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  return matrix;
}

/** Zeros for a column that does not vary; undefined for one with gaps, whose pairs are each another sample. */
function standardScores(column: Float64Array): Float64Array | undefined {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  if (Number.isNaN(mean)) return undefined;
  const centred = column.map((value) => value - mean);
  const deviation = Math.sqrt(dot(centred, centred) / column.length);
  return deviation > 0 ? centred.map((value) => value / deviation) : centred;
}

/**
 * Pearson's correlation over the rows where both are numbers; 0 where there are too few or one does not vary. Counted from the
 * first, numbers that are far from 0, as moments are, lose no digits.
 */
export function pearson(x: Float64Array, y: Float64Array): number {
  let [rows, sumX, sumY, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  let [firstX, firstY] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
    if (rows === 0) [firstX, firstY] = [x[i], y[i]];
    const fromX = x[i] - firstX;
    const fromY = y[i] - firstY;
    rows++;
    sumX += fromX;
    sumY += fromY;
    xx += fromX * fromX;
    yy += fromY * fromY;
    xy += fromX * fromY;
  }
  const [spreadX, spreadY] = [rows * xx - sumX * sumX, rows * yy - sumY * sumY];
  const varies = spreadX > 1e-9 * rows * xx && spreadY > 1e-9 * rows * yy;
  return rows < fewestPairs || !varies ? 0 : (rows * xy - sumX * sumY) / Math.sqrt(spreadX * spreadY);
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
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
    // JSON knows no negative zero.
    return scaled.map((value) => value / length + 0);
  });
}
