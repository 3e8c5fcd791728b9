import {
  checkOptions,
  InvalidInputError,
  InvalidOptionError,
  randomSource,
  shapes,
  type OptionShapes,
  type RunControl,
} from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { calinskiHarabasz } from './choosing/calinski-harabasz.js';
import type { KCandidate } from './choosing/candidate.js';
import { gapStatistic } from './choosing/gap.js';
import { recommend } from './choosing/recommend.js';
import { silhouette } from './choosing/silhouette.js';
import { stability } from './choosing/stability.js';
import { prepareRows } from './features/prepare.js';
import type { Scaler } from './features/scaler.js';
import { tooFewToldApart } from './features/told-apart.js';
import { featureDefaults, featureOptionShapes, segmentCount, type FeatureOptions } from './fit-options.js';
import { cluster } from './kmeans/cluster.js';
import { distinctRows, type Points } from './kmeans/points.js';
import { sampleDistinct } from './kmeans/sample.js';

/** Which numbers of segments are tried, and how thoroughly. */
export interface ChooseKOptions extends FeatureOptions, RunControl {
  /** The fewest segments to try (default 2). */
  from?: number;
  /** The most segments to try (default 12, or one less than there are customers that the features tell apart). */
  to?: number;
  /** How many times each k is refitted for the gap and for the stability (default 10); more is steadier and slower. */
  refits?: number;
}

const optionShapes: OptionShapes<ChooseKOptions> = {
  ...featureOptionShapes,
  from: segmentCount,
  to: segmentCount,
  refits: shapes.whole(1, 10_000),
  signal: shapes.signal,
  onProgress: shapes.callback,
};

/** The recommended number of segments, why, and what was measured of each candidate. */
export interface KChoice {
  /** The recommended number of segments. */
  k: number;
  /** Why, in sentences. */
  reason: string;
  candidates: KCandidate[];
}

/** For larger tables, gap and stability are computed on a seeded sample of this many rows. */
const refitRows = 1_000;

const usualTo = 12;

/** Starts of a refit: its optimum is one of many that are averaged. */
const refitRestarts = 3;

/**
 * Tries every number of segments in a range and recommends one: the best silhouette among those whose segments stay alike when
 * customers are resampled. The other measures are reported too.
 *
 * @throws InvalidOptionError for an option that is out of range or unknown.
 * @throws InvalidInputError with every fault of the feature columns, or where the range reaches the number of customers that they tell
 *   apart.
 */
export async function chooseK(table: TableLike, given: ChooseKOptions): Promise<KChoice> {
  checkOptions(given, optionShapes);
  const { from = 2, to, refits = 10, signal, onProgress, ...shared } = given;
  const options = featureDefaults(shared);
  const { seed } = options;
  const { scaler, points } = prepareRows(table, options);
  const last = lastK(scaler, points, from, to);
  const sample = sampleDistinct(points, refitRows, last + 1, randomSource(seed));
  const refit = { seed, restarts: refitRestarts };
  const single = gapStatistic(sample, 1, refits, refit);
  const candidates: KCandidate[] = [];
  for (let k = from; k <= last; k++) {
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
    onProgress?.(candidates.length, last - from + 1);
  }
  const [fewest] = candidates;
  const hasGroups = single.gap < fewest.gap - fewest.gapError;
  return { ...recommend(candidates, hasGroups), candidates };
}

/** The most segments to try: fewer than the customers that can be told apart, so that something is left to measure. */
function lastK(scaler: Scaler, points: Points, from: number, to: number | undefined): number {
  const most = to ?? Math.max(from, usualTo);
  if (most < from) {
    throw new InvalidOptionError('to', `to must be a whole number of at least from, ${from}: ${to}`);
  }
  const distinct = distinctRows(points, most + 1).length;
  if (distinct > most) return most;
  if (to === undefined && distinct > from) return distinct - 1;
  const [path, value]: [string, number] = to === undefined ? ['from', from] : ['to', to];
  const message = tooFewToldApart(scaler, distinct, { option: path, must: 'less than', value });
  throw new InvalidInputError([{ rule: 'too-few-rows', message, path, value }]);
}

/** Lets the host draw and the caller abort between two numbers of segments. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
