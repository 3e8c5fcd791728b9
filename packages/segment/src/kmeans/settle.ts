import { addTravel, allDue } from './dues.js';
import { fillEmptyClusters } from './fill-empty-clusters.js';
import { meansOf, noMembership, type Membership } from './membership.js';
import { placeRows } from './place-rows.js';
import type { Points } from './points.js';
import { reassignDueRows } from './reassign.js';

export interface Clustering {
  /** One centre after the other. */
  centres: Float64Array;
  /** The number of the cluster that each row is in. */
  labels: Int32Array;
  sizes: Int32Array;
  /** The sum of squared distances from the rows to their centres. */
  inertia: number;
  /** How often all rows were given the chance to move. */
  passes: number;
}

export interface SettleOptions {
  /** Stop after this many passes even if rows still move (default 10,000: a guard against endless loops). */
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
  const k = startingCentres.length / points.dimensions;
  const membership = noMembership(points, k);
  const dues = allDue(points.rows, k);
  let centres = startingCentres;
  let passes = 0;
  for (let moved = points.rows; moved > 0 && passes < maxPasses; passes++) {
    if (passes === 0) placeRows(points, centres, membership, dues);
    else moved = reassignDueRows(points, centres, membership, dues);
    moved += fillEmptyClusters(points, centres, membership, dues);
    const before = centres;
    centres = meansOf(membership);
    addTravel(dues, before, centres);
  }
  const { labels, sizes } = membership;
  return { ...withoutRounding(points, centres, membership), labels, sizes, passes };
}

/**
 * The centres and the inertia from all rows afresh, since the running sums have gathered rounding errors. One look at
 * the rows does for both: the inertia about a point exceeds that about the mean by the square of how far they lie apart.
 */
function withoutRounding(
  points: Points,
  centres: Float64Array,
  { labels, sizes }: Membership,
): Pick<Clustering, 'centres' | 'inertia'> {
  const gaps = new Float64Array(centres.length);
  let inertia = addGaps(points, labels, centres, gaps);
  const means = centres.map((centre, at) => {
    const size = sizes[Math.floor(at / points.dimensions)];
    const shift = gaps[at] / size;
    inertia -= size * shift * shift;
    return centre + shift;
  });
  return { centres: means, inertia };
}

/** Adds up the gaps between the rows and the centres of their clusters; returns the sum of their squares. */
function addGaps(
  { values, rows, dimensions }: Points,
  labels: Int32Array,
  centres: Float64Array,
  gaps: Float64Array,
): number {
  let squares = 0;
  for (let i = 0, offset = 0; i < rows; i++) {
    const start = labels[i] * dimensions;
    for (let j = start; j < start + dimensions; j++, offset++) {
      const gap = values[offset] - centres[j];
      gaps[j] += gap;
      squares += gap * gap;
    }
  }
  return squares;
}
