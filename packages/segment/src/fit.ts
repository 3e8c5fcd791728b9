import { InvalidInputError, type Fault } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { checkFitOptions, type FitSegmentsOptions } from './fit-options.js';
import { cluster } from './kmeans/cluster.js';
import { distinctRows } from './kmeans/points.js';
import type { Clustering } from './kmeans/settle.js';
import { readFeatures, type FeatureColumn } from './read-features.js';
import { applyScaler, fitScaler, type Scaler } from './scale/scaler.js';
import type { SegmentModel } from './segment-model.js';
import { silhouette } from './silhouette.js';

/**
 * Parts customers into k segments by k-means: rows that are alike in their features, each feature weighing the same
 * after scaling. The result is a local optimum of the full table, the best of `restarts` starts.
 *
 * @param table one row a customer; feature cells are numbers or text digits, blank cells count as the column's median.
 * @throws InvalidOptionError where an option is out of its range.
 * @throws InvalidInputError with every fault of the feature columns, or where k exceeds the number of different rows.
 */
export function fitSegments(table: TableLike, options: FitSegmentsOptions): SegmentModel {
  const { features, k, seed, restarts, scale } = checkFitOptions(options);
  const columns = readFeatures(table, features);
  assertFilled(columns);
  const scaler = fitScaler(columns, scale);
  const points = applyScaler(
    scaler,
    columns.map(({ values }) => values),
  );
  const distinct = distinctRows(points, k).length;
  if (distinct < k) throw tooFewRows(k, distinct);

  const clusters = largestFirst(cluster(points, k, { seed, restarts }), points.dimensions);
  return {
    format: 'clv-segments',
    version: 1,
    features: [...features],
    scaler,
    centroids: clusters.centroids,
    names: clusters.centroids.map((_, segment) => `Segment ${segment + 1}`),
    inertia: clusters.inertia,
    silhouette: silhouette(points, clusters.labels, k, seed),
    sizes: clusters.sizes,
    notices: noticesOf(scaler, columns),
  };
}

function assertFilled(columns: readonly FeatureColumn[]): void {
  const faults: Fault[] = columns
    .filter(({ values }) => values.every(Number.isNaN))
    .map(({ column }) => ({ rule: 'blank-column', message: `${column} has no values`, column }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function tooFewRows(k: number, distinct: number): InvalidInputError {
  const message = `k must be at most the number of different rows, ${distinct}: ${k}`;
  return new InvalidInputError([{ rule: 'too-few-rows', message, path: 'k', value: k }]);
}

/** Numbers the clusters from the largest to the smallest, so that a number says something. */
function largestFirst({ centres, labels, sizes, inertia }: Clustering, dimensions: number) {
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const numberOf = Int32Array.from(sizes.keys(), (cluster) => order.indexOf(cluster));
  return {
    centroids: order.map((cluster) =>
      Array.from(centres.subarray(cluster * dimensions, (cluster + 1) * dimensions)),
    ),
    labels: labels.map((cluster) => numberOf[cluster]),
    sizes: order.map((cluster) => sizes[cluster]),
    inertia,
  };
}

function noticesOf({ columns }: Scaler, features: readonly FeatureColumn[]): string[] {
  return columns.flatMap(({ column, missing, median }, j) => {
    const notices = [];
    const cells = missing === 1 ? '1 missing value counts' : `${missing} missing values count`;
    if (missing > 0) notices.push(`${column}: ${cells} as the median, ${median}`);
    const isConstant = features[j].values.every((value) => Number.isNaN(value) || value === median);
    if (isConstant) notices.push(`${column} is the same in every row: it tells no segments apart`);
    return notices;
  });
}
