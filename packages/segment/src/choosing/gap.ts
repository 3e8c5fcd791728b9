import { randomSource } from '@clv/contracts';
import { cluster, type ClusterOptions } from '../kmeans/cluster.js';
import type { Points } from '../kmeans/points.js';
import { totalInertia } from './calinski-harabasz.js';

export interface Gap {
  gap: number;
  /** The error of its simulation: the deviation over the references times sqrt(1 + 1 / references). */
  error: number;
}

/**
 * How much tighter k clusters are than those of points without structure: the mean log inertia of `references` uniform
 * clouds in the same box, less that of the points (Tibshirani, Walther and Hastie 2001). k may be 1.
 */
export function gapStatistic(points: Points, k: number, references: number, options: ClusterOptions): Gap {
  const inertiaOf = (cloud: Points) => (k === 1 ? totalInertia(cloud) : cluster(cloud, k, options).inertia);
  const logs = Array.from({ length: references }, (_, reference) =>
    Math.log(inertiaOf(uniformCloud(points, options.seed, reference))),
  );
  const mean = logs.reduce((sum, log) => sum + log, 0) / references;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / references;
  return { gap: mean - Math.log(inertiaOf(points)), error: Math.sqrt(variance * (1 + 1 / references)) };
}

/** As many points as there are, evenly over the box that they lie in. */
function uniformCloud({ values, rows, dimensions }: Points, seed: number, stream: number): Points {
  const random = randomSource(seed, stream);
  const low = new Float64Array(dimensions).fill(Infinity);
  const high = new Float64Array(dimensions).fill(-Infinity);
  for (const [at, value] of values.entries()) {
    const j = at % dimensions;
    low[j] = Math.min(low[j], value);
    high[j] = Math.max(high[j], value);
  }
  const cloud = values.map(
    (_, at) => low[at % dimensions] + random() * (high[at % dimensions] - low[at % dimensions]),
  );
  return { values: cloud, rows, dimensions };
}
