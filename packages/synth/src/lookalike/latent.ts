import { normalCumulative, normalDensity, normalQuantile } from '@clv/contracts';

/** A step function of a Gaussian: `values[j]` between `cuts[j - 1]` and `cuts[j]`, which rise. */
export interface Latent {
  cuts: number[];
  values: number[];
}

/** The step function whose values, taken in this order, have these shares. */
export function latentOf(values: number[], shares: readonly number[]): Latent {
  let below = 0;
  return { values, cuts: shares.slice(0, -1).map((share) => normalQuantile((below += share))) };
}

/** Where a Gaussian falls among the values. */
export function stepOf({ cuts }: Latent, z: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (z < cuts[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many terms of Mehler's series are kept. */
const terms = 64;

/**
 * The step function's coefficients on the normalised Hermite polynomials, from the first, at unit variance: the
 * correlation of two step functions of Gaussians that are correlated by `rho` is `sum of a_k b_k rho^k` (Mehler 1866).
 */
export function hermiteCoefficients({ cuts, values }: Latent): Float64Array {
  const coefficients = new Float64Array(terms);
  cuts.forEach((cut, j) => {
    if (!Number.isFinite(cut)) return;
    const jump = (values[j + 1] - values[j]) * normalDensity(cut);
    let previous = 0;
    let polynomial = 1;
    for (let k = 1; k <= terms; k++) {
      coefficients[k - 1] += (jump * polynomial) / Math.sqrt(k);
      const next = (cut * polynomial - Math.sqrt(k - 1) * previous) / Math.sqrt(k);
      [previous, polynomial] = [polynomial, next];
    }
  });
  const scale = Math.sqrt(variance({ cuts, values }));
  return scale > 0 ? coefficients.map((coefficient) => coefficient / scale) : coefficients;
}

/** Counted from the first value, those far from 0 lose no digits. */
function variance({ cuts, values }: Latent): number {
  let below = 0;
  let mean = 0;
  let squares = 0;
  values.forEach((value, j) => {
    const upTo = j < cuts.length ? normalCumulative(cuts[j]) : 1;
    const away = value - values[0];
    mean += (upTo - below) * away;
    squares += (upTo - below) * away * away;
    below = upTo;
  });
  return squares - mean * mean;
}

/**
 * The correlation of the Gaussians at which their step functions are correlated by `target`, or as nearly as can be;
 * 0 where one of them does not vary.
 */
export function gaussianCorrelation(a: Float64Array, b: Float64Array, target: number): number {
  const seriesAt = (rho: number) => {
    let sum = 0;
    for (let k = terms - 1; k >= 0; k--) sum = rho * (sum + a[k] * b[k]);
    return sum;
  };
  let low = -0.999;
  let high = 0.999;
  if (seriesAt(low) === seriesAt(high)) return 0;
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (seriesAt(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
