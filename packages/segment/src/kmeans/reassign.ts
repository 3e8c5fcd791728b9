import type { Membership } from './membership.js';
import { nearestCentre } from './nearest.js';
import type { Points } from './points.js';

/** Bounds shrink by this share of the distances they come from, so that rounding cannot make them lie. */
const slack = 1e-9;

/**
 * Puts every row that is due into the cluster of its nearest centre; returns how many rows moved.
 *
 * A row is due once the centres may have moved far enough to change its cluster (Hamerly 2010). The two bounds of that
 * method are kept as one number a row: the travel of its centre from which on it is due.
 */
export function reassignDueRows(
  { values, rows, dimensions }: Points,
  centres: Float64Array,
  travelled: Float64Array,
  { labels, sizes, sums, dueAt }: Membership,
): number {
  const distances = new Float64Array(2);
  let moved = 0;
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
  return moved;
}
