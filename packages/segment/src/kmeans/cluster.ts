import { randomSource } from '@clv/contracts';
import { libraryStart } from './library-start.js';
import { plusPlusCentres } from './plus-plus.js';
import type { Points } from './points.js';
import { sampleDistinct } from './sample.js';
import { settle, type Clustering } from './settle.js';

export interface ClusterOptions {
  seed: number;
  /** How many starts are tried; the one that ends with the least inertia wins. */
  restarts: number;
}

/** With more rows than this, all starts first settle on a sample of this many, and only the best continues with all rows. */
const contestRows = 50_000;

/** The stream of the seed that draws the contest's sample, apart from those of the restarts. */
const contestStream = -1;

/**
 * The best of several k-means runs; its centres are a local optimum of all rows. Up to 50,000 rows the first start is
 * that of ml-kmeans with the same seed, so that the result is never worse than that library's; the other starts are
 * drawn by the same method over typed arrays, at a fiftieth of its price.
 */
export function cluster(points: Points, k: number, { seed, restarts }: ClusterOptions): Clustering {
  const contest = sampleDistinct(points, contestRows, k, randomSource(seed, contestStream));
  const isWhole = contest === points;
  const starts = Array.from({ length: restarts }, (_, restart) =>
    isWhole && restart === 0
      ? libraryStart(points, k, seed)
      : plusPlusCentres(contest, k, randomSource(seed, restart)),
  );
  const best = bestOf(contest, starts);
  return isWhole ? best : settle(points, best.centres);
}

function bestOf(points: Points, starts: Float64Array[]): Clustering {
  return starts
    .map((start) => settle(points, start))
    .reduce((best, next) => (next.inertia < best.inertia ? next : best));
}
