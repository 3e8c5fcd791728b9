/** Where a column's values lie and how wide they are spread; the spread of a constant column is 1. */
export interface Centring {
  centre: number;
  spread: number;
}

/** The ratio of the interquartile range to the standard deviation of a normal distribution. */
const normalQuartileRange = 1.3489795003921634;

/** `quantile` of sorted values at `share` in [0, 1], interpolated linearly (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

export function median(sorted: ArrayLike<number>): number {
  return quantile(sorted, 0.5);
}

/** The mean and the standard deviation (of the population). */
export function standardScale(values: Float64Array): Centring {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0);
  return { centre: mean, spread: usableSpread(Math.sqrt(variance), mean) };
}

/** The median and the interquartile range, as wide as a standard deviation where values are normal. */
export function robustScale(sorted: Float64Array): Centring {
  const range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / normalQuartileRange;
  const centre = median(sorted);
  return range > 0 ? { centre, spread: range } : { centre, spread: standardScale(sorted).spread };
}

/** A spread that is nothing but rounding is that of a constant column. */
function usableSpread(spread: number, mean: number): number {
  return spread > Math.abs(mean) * 1e-12 ? spread : 1;
}

/** The values at equally spaced ranks, at most 257 of them. */
export function quantileKnots(sorted: Float64Array): number[] {
  const steps = Math.min(256, Math.max(1, sorted.length - 1));
  return Array.from({ length: steps + 1 }, (_, step) => quantile(sorted, step / steps));
}
