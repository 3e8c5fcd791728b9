import { randomSource } from '@clv/contracts';
import { squaredDistance, takeRows, type Points } from '../kmeans/points.js';

/** Up to this many rows the silhouette is exact; for larger tables a sample of `sampleRows` is used. */
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
  const { order, ends } = byCluster(labels, k);
  const { values, rows, dimensions } = takeRows(points, order);
  const towards = Array.from({ length: k }, () => new Float64Array(rows));
  for (let own = 0, a = 0; own < k; own++) {
    for (; a < ends[own]; a++) {
      for (let c = 0, from = 0; c <= own; from = ends[c++]) {
        towards[c][a] += addDistances(values, dimensions, a, from, Math.min(ends[c], a), towards[own]);
      }
    }
  }
  let sum = 0;
  for (let own = 0, i = 0; own < k; own++) {
    for (; i < ends[own]; i++) sum += silhouetteOf(towards, i, own, ends);
  }
  return sum / rows;
}

/** The rows of the first cluster, then those of the second, and so on; and where each cluster ends. */
function byCluster(labels: Int32Array, k: number): { order: Int32Array; ends: Int32Array } {
  const ends = new Int32Array(k);
  for (const label of labels) ends[label]++;
  for (let c = 1; c < k; c++) ends[c] += ends[c - 1];
  const next = ends.slice();
  const order = new Int32Array(labels.length);
  for (let i = labels.length - 1; i >= 0; i--) order[--next[labels[i]]] = i;
  return { order, ends };
}

/** Adds the distance from row `a` to each row from `from` up to `end` to theirs in `sums`; returns the sum of all. */
function addDistances(
  values: Float64Array,
  dimensions: number,
  a: number,
  from: number,
  end: number,
  sums: Float64Array,
): number {
  let sum = 0;
  for (let b = from; b < end; b++) {
    const distance = Math.sqrt(squaredDistance(values, a * dimensions, values, b * dimensions, dimensions));
    sums[b] += distance;
    sum += distance;
  }
  return sum;
}

/** The silhouette of one row, from the sums of its distances to the rows of each cluster. */
function silhouetteOf(towards: readonly Float64Array[], row: number, own: number, ends: Int32Array): number {
  const sizeOf = (c: number) => ends[c] - (c === 0 ? 0 : ends[c - 1]);
  if (sizeOf(own) < 2) return 0;
  const inside = towards[own][row] / (sizeOf(own) - 1);
  let outside = Infinity;
  for (let c = 0; c < ends.length; c++) {
    if (c !== own && sizeOf(c) > 0) outside = Math.min(outside, towards[c][row] / sizeOf(c));
  }
  if (outside === Infinity) return 0;
  const widest = Math.max(inside, outside);
  return widest === 0 ? 0 : (outside - inside) / widest;
}
