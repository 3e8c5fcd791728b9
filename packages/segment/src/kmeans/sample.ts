import type { RandomSource } from '@clv/contracts';
import { distinctRows, takeRows, type Points } from './points.js';

/**
 * All rows where there are at most `size`, else a sample with replacement that holds at least `distinct` different ones,
 * as k-means needs. The table must hold as many.
 */
export function sampleDistinct(points: Points, size: number, distinct: number, random: RandomSource): Points {
  return points.rows <= size ? points : resample(points, size, distinct, random);
}

/** A sample with replacement that holds at least `distinct` different rows. */
export function resample(points: Points, size: number, distinct: number, random: RandomSource): Points {
  const indices = distinctRows(points, distinct);
  while (indices.length < size) indices.push(Math.floor(random() * points.rows));
  return takeRows(points, indices);
}
