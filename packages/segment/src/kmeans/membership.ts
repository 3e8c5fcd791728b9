import type { Points } from './points.js';

/** Which row is in which cluster, and what the clusters add up to. */
export interface Membership {
  /** The number of the cluster that each row is in; -1 where it is in none yet. */
  labels: Int32Array;
  sizes: Int32Array;
  /** The sums of the rows of one cluster after the other. */
  sums: Float64Array;
}

/** No row is in a cluster. */
export function noMembership({ rows, dimensions }: Points, k: number): Membership {
  return {
    labels: new Int32Array(rows).fill(-1),
    sizes: new Int32Array(k),
    sums: new Float64Array(k * dimensions),
  };
}

/** The means of the clusters, from their sums. */
export function meansOf({ sums, sizes }: Membership): Float64Array {
  const dimensions = sums.length / sizes.length;
  return sums.map((sum, at) => sum / sizes[Math.floor(at / dimensions)]);
}
