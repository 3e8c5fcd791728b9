import type { Points } from '../kmeans/points.js';

/**
 * The variance between k clusters over the variance within them, each by its degrees of freedom (Calinski and Harabasz
 * 1974); infinite where the clusters have no variance within.
 */
export function calinskiHarabasz(points: Points, k: number, inertia: number): number {
  const between = (totalInertia(points) - inertia) / (k - 1);
  return between / (inertia / (points.rows - k));
}

/** The sum of squared distances to the mean of all: the inertia of a single cluster. */
export function totalInertia({ values, rows, dimensions }: Points): number {
  let total = 0;
  for (let j = 0; j < dimensions; j++) {
    let sum = 0;
    for (let at = j; at < values.length; at += dimensions) sum += values[at];
    const mean = sum / rows;
    for (let at = j; at < values.length; at += dimensions) total += (values[at] - mean) ** 2;
  }
  return total;
}
