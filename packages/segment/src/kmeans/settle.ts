import { fillEmptyClusters } from './fill-empty-clusters.js';
import { meansOf, noMembership } from './membership.js';
import { squaredDistance, type Points } from './points.js';
import { reassignDueRows } from './reassign.js';

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

/**
 * Lloyd's k-means from given centres until no row changes its cluster: a local optimum of all rows. No cluster ends
 * empty as long as the rows hold as many different points as there are centres.
 */
export function settle(
  points: Points,
  startingCentres: Float64Array,
  { maxPasses = 10_000 }: SettleOptions = {},
): Clustering {
  const { dimensions } = points;
  const k = startingCentres.length / dimensions;
  const membership = noMembership(points, k);
  const { labels, sizes, sums } = membership;
  const travelled = new Float64Array(k);
  let centres = startingCentres;
  let passes = 0;
  for (let moved = points.rows; moved > 0 && passes < maxPasses; passes++) {
    moved = reassignDueRows(points, centres, travelled, membership);
    moved += fillEmptyClusters(points, centres, membership);
    const before = centres;
    centres = meansOf(sums, sizes);
    addTravel(travelled, before, centres, dimensions);
  }
  centres = meansOf(sumsOf(points, labels, k), sizes);
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

/** The sums of the clusters afresh: the running ones have gathered rounding errors. */
function sumsOf({ values, rows, dimensions }: Points, labels: Int32Array, k: number): Float64Array {
  const sums = new Float64Array(k * dimensions);
  for (let i = 0, offset = 0; i < rows; i++) {
    const start = labels[i] * dimensions;
    for (let j = 0; j < dimensions; j++, offset++) sums[start + j] += values[offset];
  }
  return sums;
}

function inertiaOf({ values, rows, dimensions }: Points, labels: Int32Array, centres: Float64Array): number {
  let inertia = 0;
  for (let i = 0; i < rows; i++) {
    inertia += squaredDistance(values, i * dimensions, centres, labels[i] * dimensions, dimensions);
  }
  return inertia;
}
