import { select } from './select.js';

/** Where a column's values lie and how wide they are spread; the spread of a constant column is 1. */
export interface Centring {
  centre: number;
  spread: number;
}

/** The ratio of the interquartile range to the standard deviation of a normal distribution. */
const normalQuartileRange = 1.3489795003921634;

/** The quantile of sorted values at `share` in [0, 1], interpolated linearly (type 7 of Hyndman and Fan 1996). */
export function sortedQuantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** The same of values in any order, which it reorders. */
export function quantile(values: Float64Array, share: number): number {
  const place = (values.length - 1) * share;
  const below = select(values, Math.floor(place));
  if (Number.isInteger(place)) return below;
  const above = least(values, Math.floor(place) + 1);
  return below + (place - Math.floor(place)) * (above - below);
}

/** The least value from a place on, which after a selection there is the next in order. */
function least(values: Float64Array, from: number): number {
  let found = values[from];
  for (let i = from + 1; i < values.length; i++) if (values[i] < found) found = values[i];
  return found;
}

/** The mean and the standard deviation (of the population). */
export function standardScale(values: Float64Array): Centring {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const centre = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - centre) * (values[i] - centre);
  const spread = Math.sqrt(squares / values.length);
  return { centre, spread: isRounding(spread, centre) ? 1 : spread };
}

/** The median and the interquartile range, which is scaled to be a standard deviation where values are normal. */
export function robustScale(values: Float64Array): Centring {
  const range = (quantile(values, 0.75) - quantile(values, 0.25)) / normalQuartileRange;
  return { centre: quantile(values, 0.5), spread: range > 0 ? range : standardScale(values).spread };
}

/** The values at equally spaced ranks, at most 257 of them. */
export function quantileKnots(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const steps = Math.min(256, Math.max(1, sorted.length - 1));
  return Array.from({ length: steps + 1 }, (_, step) => sortedQuantile(sorted, step / steps));
}

function isRounding(spread: number, centre: number): boolean {
  return spread <= Math.abs(centre) * 1e-12;
}
