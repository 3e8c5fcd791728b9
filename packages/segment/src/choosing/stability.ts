import { randomSource } from '@clv/contracts';
import { cluster, type ClusterOptions } from '../kmeans/cluster.js';
import { nearestCentre } from '../kmeans/nearest.js';
import type { Points } from '../kmeans/points.js';
import { resample } from '../kmeans/sample.js';
import { adjustedRandIndex } from '../matching/adjusted-rand.js';

/**
 * How alike k clusters come out when the customers are resampled: the mean adjusted Rand index between the clusters of the
 * points and those that `refits` bootstrap samples give the same points (Ben-Hur 2002; Hennig 2007).
 */
export function stability(points: Points, k: number, refits: number, options: ClusterOptions): number {
  const { labels } = cluster(points, k, options);
  let sum = 0;
  for (let refit = 0; refit < refits; refit++) {
    const drawn = resample(points, points.rows, k, randomSource(options.seed, refit));
    const { centres } = cluster(drawn, k, { ...options, seed: options.seed + refit + 1 });
    sum += adjustedRandIndex(labels, labelsOf(points, centres));
  }
  return sum / refits;
}

function labelsOf({ values, rows, dimensions }: Points, centres: Float64Array): Int32Array {
  const squares = new Float64Array(2);
  return Int32Array.from({ length: rows }, (_, i) =>
    nearestCentre(values, i * dimensions, centres, dimensions, squares),
  );
}
