import { nearestCentre } from './nearest.js';
import { squaredDistance, type Points } from './points.js';
import { fillEmptyClusters } from './fill-empty-clusters.js';

export interface Clustering {
  /** One centre after the other. */
  centres: Float64Array;
  /** The number of the cluster that each row is in. */
  labels: Int32Array;
  sizes: Int32Array;
  /** The sum of squared distances from the rows to their centres. */
  inertia: number;
  /** How often all rows were looked at. */
  passes: number;
}

export interface SettleOptions {
  /** Stop after so many passes even if rows still move (default 10,000: a guard against endless loops). */
  maxPasses?: number;
}

/** Bounds shrink by this share of the distances they come from, so that rounding cannot make them lie. */
const slack = 1e-9;

/**
 * Lloyd's k-means from given centres until no row changes its cluster: a local optimum of all rows. No cluster ends
 * empty as long as the rows hold as many different points as there are centres.
 *
 * A row is looked at again only once the centres may have moved far enough to change its cluster (Hamerly 2010). The
 * two bounds of that method are kept as one number a row: the travel of its centre at which the row must be looked at.
 */
export function settle(
  points: Points,
  startingCentres: Float64Array,
  { maxPasses = 10_000 }: SettleOptions = {},
): Clustering {
  const { values, rows, dimensions } = points;
  const k = startingCentres.length / dimensions;
  let centres: Float64Array = startingCentres.slice();
  const labels = new Int32Array(rows).fill(-1);
  const sizes = new Int32Array(k);
  const sums = new Float64Array(k * dimensions);
  const travelled = new Float64Array(k);
  const dueAt = new Float64Array(rows).fill(-Infinity);
  const distances = new Float64Array(2);

  let passes = 0;
  for (let moved = rows; moved > 0 && passes < maxPasses; passes++) {
    moved = 0;
    for (let i = 0; i < rows; i++) {
      const from = labels[i];
      if (from >= 0 && travelled[from] < dueAt[i]) continue;
      const offset = i * dimensions;
      const to = nearestCentre(values, offset, centres, dimensions, distances);
      const near = Math.sqrt(distances[0]);
      const next = Math.sqrt(distances[1]);
      dueAt[i] = travelled[to] + next - near - slack * (next + near);
      if (to === from) continue;
      moved++;
      labels[i] = to;
      sizes[to]++;
      for (let j = 0; j < dimensions; j++) sums[to * dimensions + j] += values[offset + j];
      if (from < 0) continue;
      sizes[from]--;
      for (let j = 0; j < dimensions; j++) sums[from * dimensions + j] -= values[offset + j];
    }
    moved += fillEmptyClusters(points, centres, { labels, sizes, sums, dueAt });
    const before = centres;
    centres = sums.map((sum, at) => sum / sizes[Math.floor(at / dimensions)]);
    addTravel(travelled, before, centres, dimensions);
  }
  centres = meansOf(points, labels, sizes);
  return { centres, labels, sizes, inertia: inertiaOf(points, labels, centres), passes };
}

/** A centre's travel counts its own way and the longest way of any other: the worst that may befall its rows. */
function addTravel(travelled: Float64Array, before: Float64Array, after: Float64Array, dimensions: number) {
  const ways = Array.from(travelled, (_, c) =>
    Math.sqrt(squaredDistance(before, c * dimensions, after, c * dimensions, dimensions)),
  );
  for (let c = 0; c < ways.length; c++) {
    travelled[c] += ways[c] + Math.max(0, ...ways.filter((_, other) => other !== c));
  }
}

/** The centres afresh from their rows: the running sums have gathered rounding errors. */
function meansOf({ values, rows, dimensions }: Points, labels: Int32Array, sizes: Int32Array): Float64Array {
  const sums = new Float64Array(sizes.length * dimensions);
  for (let i = 0, offset = 0; i < rows; i++) {
    const start = labels[i] * dimensions;
    for (let j = 0; j < dimensions; j++, offset++) sums[start + j] += values[offset];
  }
  return sums.map((sum, at) => sum / sizes[Math.floor(at / dimensions)]);
}

function inertiaOf({ values, rows, dimensions }: Points, labels: Int32Array, centres: Float64Array): number {
  let inertia = 0;
  for (let i = 0; i < rows; i++) {
    inertia += squaredDistance(values, i * dimensions, centres, labels[i] * dimensions, dimensions);
  }
  return inertia;
}
