import { isWatchKept, lookAhead, type Dues } from './dues.js';
import type { Membership } from './membership.js';
import { nearestCentre } from './nearest.js';
import type { Points } from './points.js';

/** Bounds shrink by this share of the distances they come from, so that rounding cannot make them lie. */
export const slack = 1e-9;

/** Puts every row that is due into the cluster of its nearest centre; returns how many rows moved. */
export function reassignDueRows(
  { values, rows, dimensions }: Points,
  centres: Float64Array,
  { labels, sizes, sums }: Membership,
  dues: Dues,
): number {
  const { dueAt, travelled, watched, watchedUntil } = dues;
  const onlyWatched = isWatchKept(dues);
  if (!onlyWatched) lookAhead(dues);
  const candidates = onlyWatched ? dues.watchedCount : rows;
  const distances = new Float64Array(2);
  let stillWatched = 0;
  let moved = 0;
  for (let candidate = 0; candidate < candidates; candidate++) {
    const i = onlyWatched ? watched[candidate] : candidate;
    const from = labels[i];
    let to = from;
    if (travelled[from] >= dueAt[i]) {
      const offset = i * dimensions;
      to = nearestCentre(values, offset, centres, dimensions, distances);
      const near = Math.sqrt(distances[0]);
      const next = Math.sqrt(distances[1]);
      dueAt[i] = travelled[to] + next - near - slack * (next + near);
      if (to !== from) {
        moved++;
        labels[i] = to;
        sizes[to]++;
        for (let j = 0; j < dimensions; j++) sums[to * dimensions + j] += values[offset + j];
        sizes[from]--;
        for (let j = 0; j < dimensions; j++) sums[from * dimensions + j] -= values[offset + j];
      }
    }
    if (dueAt[i] <= watchedUntil[to]) watched[stillWatched++] = i;
  }
  dues.watchedCount = stillWatched;
  return moved;
}
