import { normalCumulative, normalDensity } from '@clv/contracts';

/**
 * What is to be thought of means that were measured with normal errors, once it is known that each is at least the one before: the
 * posterior mean of the normal distribution cut off where the order fails. Of two means it is exact; of more it is found by
 * expectation propagation (Minka 2001), one normal factor for each step.
 *
 * @param covariance of the errors.
 */
export function orderedMeans(means: readonly number[], covariance: readonly (readonly number[])[]): number[] {
  /** Of each rise from one mean to the next, how it goes with all means. */
  const along = means.slice(1).map((_, step) => covariance.map((row) => row[step + 1] - row[step]));
  const rises: Belief = {
    mean: means.slice(1).map((mean, step) => mean - means[step]),
    covariance: along.map((row) => row.slice(1).map((value, step) => value - row[step])),
  };
  const factors = rises.mean.map(() => ({ precision: 0, shift: 0 }));
  let moved = Infinity;
  for (let round = 0; round < mostRounds && moved > settled; round++) {
    moved = 0;
    for (const [step, factor] of factors.entries()) {
      const away = [...rises.covariance[step]];
      const [mean, variance] = [rises.mean[step], away[step]];
      if (!(variance > 0)) continue;
      const others = without(mean, variance, factor);
      const deviation = Math.sqrt(others.variance);
      const risen = aboveZero(others.mean / deviation);
      const precision = (1 / risen.variance - 1) / others.variance;
      const shift =
        (deviation * risen.mean) / (risen.variance * others.variance) - others.mean / others.variance;
      absorb(
        rises,
        away,
        variance,
        precision - factor.precision,
        shift - factor.shift - (precision - factor.precision) * mean,
      );
      moved = Math.max(moved, Math.abs(rises.mean[step] - mean) / deviation);
      Object.assign(factor, { precision, shift });
    }
  }
  const pulls = factors.map(({ precision, shift }, step) => shift - precision * rises.mean[step]);
  return means.map((mean, j) => pulls.reduce((sum, pull, step) => sum + along[step][j] * pull, mean));
}

const settled = 1e-10;
const mostRounds = 200;

interface Belief {
  mean: number[];
  covariance: number[][];
}

/** A normal belief with one factor taken out again. */
function without(mean: number, variance: number, factor: { precision: number; shift: number }) {
  const rest = 1 / (1 / variance - factor.precision);
  return { mean: rest * (mean / variance - factor.shift), variance: rest };
}

/** Takes a factor in the rise into account: a precision more, and a pull. */
function absorb(
  { mean, covariance }: Belief,
  away: readonly number[],
  variance: number,
  precision: number,
  pull: number,
) {
  const share = 1 / (1 + precision * variance);
  for (let i = 0; i < mean.length; i++) {
    mean[i] += away[i] * pull * share;
    for (let j = 0; j < mean.length; j++) covariance[i][j] -= away[i] * away[j] * precision * share;
  }
}

/** A smaller share of the variance than this says no more of where the mean lies, and takes its digits from the rest. */
const leastVariance = 1e-6;

/** Mean and variance of a normal number with mean `z` and variance 1 that is known to be above 0. */
function aboveZero(z: number): { mean: number; variance: number } {
  const mean = z > farBelow ? z + normalDensity(z) / normalCumulative(z) : millsTail(-z);
  return { mean, variance: Math.max(leastVariance, 1 - (mean - z) * mean) };
}

/** Below this the distribution function loses its digits. */
const farBelow = -5;

/** Laplace's continued fraction of Mills' ratio, less its first term. */
function millsTail(x: number): number {
  let tail = x;
  for (let k = 60; k > 1; k--) tail = x + k / tail;
  return 1 / tail;
}
