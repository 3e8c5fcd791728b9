import { randomSource } from '@clv/contracts';
import type { Points } from './points.js';
import { sampleDistinct } from './sample.js';
import { settle, type Clustering } from './settle.js';
import { startingCentres } from './starts.js';

export interface ClusterOptions {
  seed: number;
  /** How many starts are tried; the one that ends with the least inertia wins. */
  restarts: number;
}

/** Above so many rows starts settle on a sample of so many first, and only the best of them goes on to all rows. */
const contestRows = 50_000;

/** The stream of the seed that draws the contest's sample, apart from those of the restarts. */
const contestStream = -1;

/** The best of several k-means runs; its centres are a local optimum of all rows. */
export function cluster(points: Points, k: number, { seed, restarts }: ClusterOptions): Clustering {
  const starts = Array.from({ length: restarts }, (_, restart) => startingCentres(points, k, seed, restart));
  if (points.rows <= contestRows) return bestOf(points, starts);
  const sample = sampleDistinct(points, contestRows, k, randomSource(seed, contestStream));
  return settle(points, bestOf(sample, starts).centres);
}

function bestOf(points: Points, starts: Float64Array[]): Clustering {
  return starts
    .map((start) => settle(points, start))
    .reduce((best, next) => (next.inertia < best.inertia ? next : best));
}
