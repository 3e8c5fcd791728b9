import { randomSource } from '@clv/contracts';
import { squaredDistance, takeRows, type Points } from './kmeans/points.js';

/** Up to so many rows the silhouette is exact; of larger tables a sample of `sampleRows` is taken. */
const exactRows = 5_000;
const sampleRows = 2_000;

/**
 * The mean silhouette, in [-1, 1]: how much nearer the rows are to their own cluster than to the next one (Rousseeuw
 * 1987). A row alone in its cluster counts 0, as there. Exact up to 5,000 rows, else of a seeded sample of 2,000.
 */
export function silhouette(points: Points, labels: Int32Array, k: number, seed: number): number {
  if (points.rows <= exactRows) return exactSilhouette(points, labels, k);
  const random = randomSource(seed);
  const sample = Int32Array.from({ length: sampleRows }, () => Math.floor(random() * points.rows));
  return exactSilhouette(
    takeRows(points, sample),
    sample.map((row) => labels[row]),
    k,
  );
}

function exactSilhouette(points: Points, labels: Int32Array, k: number): number {
  const { values, rows, dimensions } = points;
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]++;
  const towards = new Float64Array(rows * k);
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.sqrt(squaredDistance(values, a * dimensions, values, b * dimensions, dimensions));
      towards[a * k + labels[b]] += distance;
      towards[b * k + labels[a]] += distance;
    }
  }
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += silhouetteOf(towards.subarray(i * k, (i + 1) * k), labels[i], sizes);
  return sum / rows;
}

/** The silhouette of one row, from the sums of its distances to the rows of each cluster. */
function silhouetteOf(towards: Float64Array, own: number, sizes: Int32Array): number {
  if (sizes[own] < 2) return 0;
  const inside = towards[own] / (sizes[own] - 1);
  let outside = Infinity;
  for (let c = 0; c < sizes.length; c++) {
    if (c !== own && sizes[c] > 0) outside = Math.min(outside, towards[c] / sizes[c]);
  }
  if (outside === Infinity) return 0;
  const widest = Math.max(inside, outside);
  return widest === 0 ? 0 : (outside - inside) / widest;
}
