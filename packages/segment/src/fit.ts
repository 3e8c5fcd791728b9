import { InvalidInputError } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { silhouette } from './choosing/silhouette.js';
import { prepareRows } from './features/prepare.js';
import type { ScaledColumn, Scaler } from './features/scaler.js';
import { tooFewToldApart } from './features/told-apart.js';
import { checkFitOptions, type FitSegmentsOptions } from './fit-options.js';
import { cluster } from './kmeans/cluster.js';
import { distinctRows, type Points } from './kmeans/points.js';
import type { Clustering } from './kmeans/settle.js';
import type { SegmentModel } from './segment-model.js';

/**
 * Parts customers into k segments by k-means: rows that are alike in their features, each feature weighing the same after
 * scaling. The result is a local optimum of the full table, the best of `restarts` starts.
 *
 * @param table one row a customer; cells of features are numbers or text digits. A blank cell counts as the column's median, in
 *   a category as the average of all levels; the model's notices say how many there were.
 * @throws InvalidOptionError for an option that is out of range or unknown.
 * @throws InvalidInputError with every fault of the feature columns, or where k exceeds the number of customers that they tell apart.
 */
export function fitSegments(table: TableLike, options: FitSegmentsOptions): SegmentModel {
  const checked = checkFitOptions(options);
  const { k, seed } = checked;
  const { scaler, points } = prepareRows(table, checked);
  assertEnoughRows(scaler, points, k);
  const clustering = cluster(points, k, checked);
  const { centroids, sizes } = largestFirst(clustering, points.dimensions);
  return {
    format: 'clv-segments',
    version: 1,
    features: scaler.columns.map(({ column }) => column),
    scaler,
    centroids,
    names: centroids.map((_, segment) => `Segment ${segment + 1}`),
    inertia: clustering.inertia,
    silhouette: silhouette(points, clustering.labels, k, seed),
    sizes,
    notices: scaler.columns.flatMap(noticesOf),
  };
}

function assertEnoughRows(scaler: Scaler, points: Points, k: number): void {
  const distinct = distinctRows(points, k).length;
  if (distinct >= k) return;
  const message = tooFewToldApart(scaler, distinct, { option: 'k', must: 'at most', value: k });
  throw new InvalidInputError([{ rule: 'too-few-rows', message, path: 'k', value: k }]);
}

/** Numbers the clusters from the largest to the smallest, so that a number says something. */
function largestFirst({ centres, sizes }: Clustering, dimensions: number) {
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
  return {
    centroids: order.map((cluster) =>
      Array.from(centres.subarray(cluster * dimensions, (cluster + 1) * dimensions)),
    ),
    sizes: order.map((cluster) => sizes[cluster]),
  };
}

function noticesOf(scaled: ScaledColumn): string[] {
  const { column, missing, constant } = scaled;
  const notices = [];
  const cells = missing === 1 ? '1 missing value counts' : `${missing} missing values count`;
  const as = scaled.kind === 'number' ? `as the median, ${scaled.median}` : 'as the average of its levels';
  if (missing > 0) notices.push(`${column}: ${cells} ${as}`);
  if (constant) notices.push(`${column} is the same in every row: it tells no segments apart`);
  return notices;
}
