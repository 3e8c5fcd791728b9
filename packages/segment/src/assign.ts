import type { TableLike } from '@clv/table';
import { assertSegmentModel } from './check-model.js';
import { scaledRows } from './features/prepare.js';
import type { Points } from './kmeans/points.js';
import { findNearestCentres } from './kmeans/slab.js';
import type { SegmentModel } from './segment-model.js';

/** Where each row lies among the segments. */
export interface Placement {
  /** The number of each row's segment, counted from 0. */
  segment: Int32Array;
  /** How far each row lies from its segment's centre, in the scaler's coordinates. */
  distance: Float64Array;
  /** How much farther the next centre is; near 0, the row could as well be in that segment. */
  margin: Float64Array;
}

/** Each row's segment: its number and name, the distance to its centre, and the margin to the next. */
export interface Assignment extends Placement {
  /** The name of each row's segment. */
  name: string[];
}

/**
 * Tells which segment each row of a table belongs to. A row's result does not depend on the other rows; missing values
 * count as they did in the fit.
 *
 * @throws InvalidInputError with every fault of the feature columns.
 */
export function assignSegments(model: SegmentModel, table: TableLike): Assignment {
  assertSegmentModel(model);
  const placement = nearestSegments(model, scaledRows(model, table));
  return { ...placement, name: Array.from(placement.segment, (segment) => model.names[segment]) };
}

/**
 * The number of each row's segment, as `assignSegments` gives it: where distances and names are not asked for.
 *
 * @throws InvalidInputError with every fault of the feature columns.
 */
export function segmentNumbers(model: SegmentModel, table: TableLike): Int32Array {
  assertSegmentModel(model);
  const points = scaledRows(model, table);
  const segment = new Int32Array(points.rows);
  findNearestCentres(points, centresOf(model), ({ label }, first, count) => {
    segment.set(label.subarray(0, count), first);
  });
  return segment;
}

const centresOf = ({ centroids }: SegmentModel) => Float64Array.from(centroids.flat());

/** The segment of each point. */
export function nearestSegments(model: SegmentModel, points: Points): Placement {
  const segment = new Int32Array(points.rows);
  const distance = new Float64Array(points.rows);
  const margin = new Float64Array(points.rows);
  findNearestCentres(points, centresOf(model), ({ label, near, next }, first, count) => {
    segment.set(label.subarray(0, count), first);
    distance.set(near.subarray(0, count), first);
    for (let i = 0; i < count; i++) margin[first + i] = next[i] - near[i];
  });
  return { segment, distance, margin };
}
