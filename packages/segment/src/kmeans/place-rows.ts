import type { Dues } from './dues.js';
import type { Membership } from './membership.js';
import type { Points } from './points.js';
import { slack } from './reassign.js';
import { findNearestCentres, type Slab } from './slab.js';

/** Puts every row into the cluster of its nearest centre, when none is in any yet. */
export function placeRows(points: Points, centres: Float64Array, membership: Membership, dues: Dues): void {
  findNearestCentres(points, centres, (slab, first, count) => enter(slab, first, count, membership, dues));
}

function enter(
  { points, label, near, next }: Slab,
  first: number,
  count: number,
  { labels, sizes, sums }: Membership,
  { dueAt }: Dues,
): void {
  const dimensions = sums.length / sizes.length;
  for (let i = 0, offset = 0; i < count; i++) {
    const to = label[i];
    labels[first + i] = to;
    dueAt[first + i] = next[i] - near[i] - slack * (next[i] + near[i]);
    sizes[to]++;
    for (let j = to * dimensions; j < (to + 1) * dimensions; j++) sums[j] += points[offset++];
  }
}
