/** Numbers, as far as their variance and how sure it is need them. */
export interface Spread {
  count: number;
  /** What the numbers are off their mean, squared and added up. */
  squares: number;
  /** The same to the fourth power (default: as of normal numbers). */
  fourths?: number;
}

/**
 * How many degrees of freedom the variance of numbers has: one less than there are, and the fewer the heavier their tails, as a few then
 * make up most of it (Satterthwaite 1946, with the variance of a variance of O'Neill 2014).
 */
export function varianceFreedom({ count, squares, fourths = NaN }: Spread): number {
  const kurtosis = (count * fourths) / squares ** 2;
  const freedom = 2 / ((kurtosis - 3) / count + 2 / (count - 1));
  return freedom < count - 1 ? freedom : count - 1;
}
