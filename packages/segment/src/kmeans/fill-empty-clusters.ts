import { makeDue, type Dues } from './dues.js';
import type { Membership } from './membership.js';
import { squaredDistance, type Points } from './points.js';

/**
 * Gives every empty cluster the row that lies farthest from its own centre, as scikit-learn does; only clusters of
 * several rows give one away. Returns how many rows moved.
 */
export function fillEmptyClusters(
  points: Points,
  centres: Float64Array,
  { labels, sizes, sums }: Membership,
  dues: Dues,
): number {
  const { values, dimensions } = points;
  let moved = 0;
  for (let empty = sizes.indexOf(0); empty >= 0; empty = sizes.indexOf(0)) {
    const row = farthestRow(points, centres, labels, sizes);
    const from = labels[row];
    for (let j = 0; j < dimensions; j++) {
      const value = values[row * dimensions + j];
      sums[from * dimensions + j] -= value;
      sums[empty * dimensions + j] = value;
    }
    sizes[from]--;
    sizes[empty] = 1;
    labels[row] = empty;
    makeDue(dues, row);
    moved++;
  }
  return moved;
}

function farthestRow(
  { values, rows, dimensions }: Points,
  centres: Float64Array,
  labels: Int32Array,
  sizes: Int32Array,
): number {
  let farthest = -1;
  let most = -1;
  for (let i = 0; i < rows; i++) {
    if (sizes[labels[i]] < 2) continue;
    const distance = squaredDistance(values, i * dimensions, centres, labels[i] * dimensions, dimensions);
    if (distance > most) [farthest, most] = [i, distance];
  }
  return farthest;
}
