import type { Points } from '../kmeans/points.js';
import { rankOf } from './rank.js';
import { quantile, quantileKnots, robustScale, standardScale, type Centring } from './spread.js';

/**
 * How numbers become comparable:
 * `standard` subtracts the mean and divides by the standard deviation; a few very large values stretch it.
 * `robust` takes the median and the interquartile range instead, so that outliers stay far out but do not stretch the rest.
 * `rank` takes each value's place in the distribution, so that only the order counts.
 */
export type Scale = 'standard' | 'robust' | 'rank';

/** How one column becomes coordinates: `(x - centre) / spread`, x first replaced by its rank where there are knots. */
export interface ScaledColumn extends Centring {
  column: string;
  /** What a missing value counts as. */
  median: number;
  /** How many values were missing in the fit. */
  missing: number;
  /** The values at equally spaced ranks, of the scale `rank` only. */
  knots?: number[];
}

export interface Scaler {
  scale: Scale;
  columns: ScaledColumn[];
}

/** Learns the scale of each column; a missing value (NaN) counts as the column's median. */
export function fitScaler(
  columns: readonly { column: string; values: Float64Array }[],
  scale: Scale,
): Scaler {
  return { scale, columns: columns.map(({ column, values }) => fitColumn(column, values, scale)) };
}

/** The coordinates of rows, given each column's values. */
export function applyScaler(scaler: Scaler, columns: readonly Float64Array[]): Points {
  const dimensions = scaler.columns.length;
  const rows = columns[0].length;
  const points = new Float64Array(rows * dimensions);
  for (const [j, scaled] of scaler.columns.entries()) {
    const { centre, spread, knots } = scaled;
    const values = columns[j];
    for (let i = 0; i < rows; i++) {
      const value = Number.isNaN(values[i]) ? scaled.median : values[i];
      points[i * dimensions + j] = ((knots ? rankOf(value, knots) : value) - centre) / spread;
    }
  }
  return { values: points, rows, dimensions };
}

function fitColumn(column: string, values: Float64Array, scale: Scale): ScaledColumn {
  const known = knownValues(values);
  const shared = { column, median: quantile(known, 0.5), missing: values.length - known.length };
  if (scale === 'standard') return { ...shared, ...standardScale(known) };
  if (scale === 'robust') return { ...shared, ...robustScale(known) };
  const knots = quantileKnots(known);
  return { ...shared, ...standardScale(known.map((value) => rankOf(value, knots))), knots };
}

/** A copy without the missing values. */
function knownValues(values: Float64Array): Float64Array {
  const known = new Float64Array(values.length);
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) known[count++] = value;
  return known.subarray(0, count);
}
