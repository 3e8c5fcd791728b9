import { normalQuantile } from '@clv/contracts';

/**
 * A source of standard normal numbers of which each two have their correlation; it fills an array of `size`.
 *
 * @param correlation size x size, row-major; undefined where the matrix is none (symmetric, 1 on the diagonal, no variance
 *   of a sum below 0).
 * @param next uniform numbers in [0, 1).
 */
export function correlatedNormals(
  correlation: Float64Array,
  size: number,
  next: () => number,
): ((drawn: Float64Array) => void) | undefined {
  const root = rootOf(correlation, size);
  if (!root) return undefined;
  const independent = new Float64Array(size);
  return (drawn) => {
    for (let j = 0; j < size; j++) {
      independent[j] = normalQuantile(1 - next());
      drawn[j] = 0;
      for (let k = 0; k <= j; k++) drawn[j] += root[j * size + k] * independent[k];
    }
  };
}

/** Rounding may leave so much of what is 0. */
const noise = 1e-9;

/** The lower triangle that times its transpose is the matrix, which may be singular (Cholesky). */
function rootOf(correlation: Float64Array, size: number): Float64Array | undefined {
  const root = new Float64Array(size ** 2);
  const product = (j: number, k: number, terms: number) => {
    let sum = 0;
    for (let l = 0; l < terms; l++) sum += root[j * size + l] * root[k * size + l];
    return sum;
  };
  for (let j = 0; j < size; j++)
    for (let k = 0; k <= j; k++) {
      const rest = correlation[j * size + k] - product(j, k, k);
      const pivot = root[k * size + k];
      if (k === j) root[j * size + j] = Math.sqrt(Math.max(0, rest));
      else if (pivot > noise) root[j * size + k] = rest / pivot;
    }
  const isRoot = correlation.every((value, at) => {
    const [j, k] = [Math.floor(at / size), at % size];
    return (j !== k || value === 1) && Math.abs(product(j, k, size) - value) <= noise;
  });
  return correlation.length === size ** 2 && isRoot ? root : undefined;
}
