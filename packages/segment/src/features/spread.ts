import { quantile, sortedQuantile } from './quantile.js';

/** Where a column's values lie and how wide they are spread; the spread of a constant column is 1. */
export interface Centring {
  centre: number;
  spread: number;
}

/** The ratio of the interquartile range to the standard deviation of a normal distribution. */
const normalQuartileRange = 1.3489795003921634;

/** The mean and the standard deviation (of the population). */
export function standardScale(values: Float64Array): Centring {
  const centre = sumOf(values) / values.length;
  const spread = Math.sqrt(squaresAbout(centre, values) / values.length);
  return { centre, spread: isRounding(spread, centre) ? 1 : spread };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}

function squaresAbout(centre: number, values: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - centre) * (values[i] - centre);
  return squares;
}

/** The median and the interquartile range, which is scaled to be a standard deviation where values are normal. */
export function robustScale(values: Float64Array): Centring {
  const range = (quantile(values, 0.75) - quantile(values, 0.25)) / normalQuartileRange;
  const centre = quantile(values, 0.5);
  return { centre, spread: isRounding(range, centre) ? standardScale(values).spread : range };
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
