import { InvalidOptionError, randomSource, type RunControl } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { calinskiHarabasz } from './choosing/calinski-harabasz.js';
import { gapStatistic } from './choosing/gap.js';
import { recommend } from './choosing/recommend.js';
import { stability } from './choosing/stability.js';
import { assertWhole, checkFeatureOptions, type FeatureOptions } from './fit-options.js';
import { cluster } from './kmeans/cluster.js';
import { sampleDistinct } from './kmeans/sample.js';
import { assertEnoughRows, prepareRows } from './prepare.js';
import { silhouette } from './silhouette.js';

export interface ChooseKOptions extends FeatureOptions, RunControl {
  /** The fewest segments to try (default 2). */
  from?: number;
  /** The most segments to try (default 12). */
  to?: number;
  /** How many times each k is refitted for the gap and for the stability (default 10); more is steadier and slower. */
  refits?: number;
}

/** How well k segments part the customers. */
export interface KCandidate {
  k: number;
  inertia: number;
  /** In [-1, 1]; above 5,000 rows estimated on a sample. */
  silhouette: number;
  calinskiHarabasz: number;
  gap: number;
  gapError: number;
  /** The mean adjusted Rand index of bootstrap refits: 1 where every refit gives the same segments. */
  stability: number;
}

export interface KChoice {
  /** The recommended number of segments. */
  k: number;
  /** Why, in sentences. */
  reason: string;
  candidates: KCandidate[];
}

/** The gap and the stability of larger tables are taken on a seeded sample of so many rows. */
const refitRows = 1_000;

/** Starts of a refit: its optimum is one of many that are averaged. */
const refitRestarts = 3;

/**
 * Tries every number of segments in a range and recommends one: the best silhouette among those whose segments come out
 * alike when customers are drawn anew. The other measures are told beside it.
 *
 * @throws InvalidOptionError where an option is out of its range.
 * @throws InvalidInputError with every fault of the feature columns, or where `to` exceeds the number of different rows.
 */
export async function chooseK(
  table: TableLike,
  { from = 2, to = 12, refits = 10, signal, onProgress, ...shared }: ChooseKOptions,
): Promise<KChoice> {
  const options = checkFeatureOptions(shared);
  assertWhole('from', from, 2);
  assertWhole('refits', refits, 1);
  if (!(Number.isInteger(to) && to >= from)) {
    throw new InvalidOptionError('to', `to must be a whole number of at least from, ${from}: ${to}`);
  }
  const { seed } = options;
  const { points } = prepareRows(table, options);
  assertEnoughRows(points, to);
  const sample = sampleDistinct(points, refitRows, to, randomSource(seed));
  const refit = { seed, restarts: refitRestarts };
  const single = gapStatistic(sample, 1, refits, refit);
  const candidates: KCandidate[] = [];
  for (let k = from; k <= to; k++) {
    await nextTurn();
    signal?.throwIfAborted();
    const { inertia, labels } = cluster(points, k, options);
    const { gap, error } = gapStatistic(sample, k, refits, refit);
    candidates.push({
      k,
      inertia,
      silhouette: silhouette(points, labels, k, seed),
      calinskiHarabasz: calinskiHarabasz(points, k, inertia),
      gap,
      gapError: error,
      stability: stability(sample, k, refits, refit),
    });
    onProgress?.(candidates.length, to - from + 1);
  }
  const [fewest] = candidates;
  const hasGroups = single.gap < fewest.gap - fewest.gapError;
  return { ...recommend(candidates, hasGroups), candidates };
}

/** Lets the host draw and the caller abort between two numbers of segments. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
