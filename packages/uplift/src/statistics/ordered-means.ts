import { normalCumulative, normalDensity } from '@clv/contracts';

/**
 * What is to be thought of means that were measured with normal errors, once it is known that each is at least the one before: the
 * posterior mean of the normal distribution cut off where the order fails. Of two means it is exact; of more it is found by
 * expectation propagation (Minka 2001), one normal factor for each step.
 *
 * @param covariance of the errors.
 */
export function orderedMeans(means: readonly number[], covariance: readonly (readonly number[])[]): number[] {
  const belief = { mean: [...means], covariance: covariance.map((row) => [...row]) };
  const factors = means.slice(1).map(() => ({ precision: 0, shift: 0 }));
  let moved = Infinity;
  for (let round = 0; round < mostRounds && moved > settled; round++) {
    moved = 0;
    for (const [step, factor] of factors.entries()) {
      const { mean, variance, away } = riseAt(belief, step);
      if (!(variance > 0)) continue;
      const others = without(mean, variance, factor);
      const deviation = Math.sqrt(others.variance);
      const risen = aboveZero(others.mean / deviation);
      const precision = (1 / risen.variance - 1) / others.variance;
      const shift =
        (deviation * risen.mean) / (risen.variance * others.variance) - others.mean / others.variance;
      absorb(
        belief,
        away,
        variance,
        precision - factor.precision,
        shift - factor.shift - (precision - factor.precision) * mean,
      );
      moved = Math.max(moved, Math.abs(riseAt(belief, step).mean - mean) / deviation);
      Object.assign(factor, { precision, shift });
    }
  }
  return belief.mean;
}

const settled = 1e-10;
const mostRounds = 200;

interface Belief {
  mean: number[];
  covariance: number[][];
}

/** By how much the next mean is greater than that of `step`, and how it goes with all means. */
function riseAt({ mean, covariance }: Belief, step: number) {
  const away = covariance.map((row) => row[step + 1] - row[step]);
  return { mean: mean[step + 1] - mean[step], variance: away[step + 1] - away[step], away };
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

/** Mean and variance of a normal number with mean `z` and variance 1 that is known to be above 0. */
function aboveZero(z: number): { mean: number; variance: number } {
  const mean = z > farBelow ? z + normalDensity(z) / normalCumulative(z) : millsTail(-z);
  return { mean, variance: 1 - (mean - z) * mean };
}

/** Below this the distribution function loses its digits. */
const farBelow = -5;

/** Laplace's continued fraction of Mills' ratio, less its first term. */
function millsTail(x: number): number {
  let tail = x;
  for (let k = 60; k > 1; k--) tail = x + k / tail;
  return 1 / tail;
}
