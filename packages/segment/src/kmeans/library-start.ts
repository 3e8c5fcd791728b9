import { kmeans } from 'ml-kmeans';
import type { Points } from './points.js';

/**
 * The centres that ml-kmeans has after its k-means++ start and a first step. The steps that follow are the same whoever
 * takes them, and `settle` takes them sooner: from here on it ends where ml-kmeans would.
 */
export function libraryStart({ values, rows, dimensions }: Points, k: number, seed: number): Float64Array {
  const listed = Array.from({ length: rows }, (_, i) =>
    Array.from(values.subarray(i * dimensions, (i + 1) * dimensions)),
  );
  const { centroids } = kmeans(listed, k, { seed, initialization: 'kmeans++', maxIterations: 1 });
  return Float64Array.from(centroids.flat());
}
