import { quantile } from './quantile.js';
import { rangeOf } from './range.js';
import { rankOf } from './rank.js';
import { quantileKnots, robustScale, standardScale, type Centring } from './spread.js';

/**
 * How numbers become comparable:
 * `standard` subtracts the mean and divides by the standard deviation; a few very large values stretch it.
 * `robust` takes the median and the interquartile range instead, so that outliers stay far out but do not stretch the rest.
 * `rank` takes each value's place in the distribution, so that only the order counts.
 */
export type Scale = 'standard' | 'robust' | 'rank';

/** A column of numbers becomes `(x - centre) / spread`, x first replaced by its rank where there are knots. */
export interface NumberColumn extends Centring {
  kind: 'number';
  column: string;
  /** What a missing value counts as. */
  median: number;
  /** How many values were missing in the fit. */
  missing: number;
  /** True where there was only one value. */
  constant: boolean;
  /** The values at equally spaced ranks, of the scale `rank` only. */
  knots?: number[];
}

/** Learns a column's scale; a missing value (NaN) counts as the median. */
export function fitNumberColumn(column: string, values: Float64Array, scale: Scale): NumberColumn {
  const range = rangeOf(values);
  const known = range.known === values.length ? values : values.filter((value) => !Number.isNaN(value));
  const shared = {
    kind: 'number' as const,
    column,
    median: quantile(known, 0.5, range),
    missing: values.length - range.known,
    constant: range.low === range.high,
  };
  if (scale === 'standard') return { ...shared, ...standardScale(known) };
  if (scale === 'robust') return { ...shared, ...robustScale(known) };
  const knots = quantileKnots(known);
  return { ...shared, ...standardScale(known.map((value) => rankOf(value, knots))), knots };
}

/** Writes a column's coordinate of each row, `stride` numbers apart from `at` on. */
export function scaleNumbers(
  { median, centre, spread, knots }: NumberColumn,
  values: Float64Array,
  points: Float64Array,
  at: number,
  stride: number,
): void {
  if (!knots) return writeScaled(values, median, centre, spread, points, at, stride);
  const ranks = values.map((value) => rankOf(Number.isNaN(value) ? median : value, knots));
  writeScaled(ranks, median, centre, spread, points, at, stride);
}

/** By numbers alone: what comes out of a record, or may be whole or not, is put into an object for every row. */
function writeScaled(
  values: Float64Array,
  missing: number,
  centre: number,
  spread: number,
  points: Float64Array,
  at: number,
  stride: number,
): void {
  const filled = (missing - centre) / spread;
  for (let i = 0, to = at; i < values.length; i++, to += stride) {
    const scaled = (values[i] - centre) / spread;
    points[to] = Number.isNaN(scaled) ? filled : scaled;
  }
}
