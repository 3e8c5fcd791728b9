import { mixtureOf } from '../statistics/mixture.js';
import type { OfferScores } from './score-trees.js';

/** What estimates say of rows, each less the average effect of its offer. */
interface Parts {
  /** By estimate, its mean over the offers: whom offers move, whichever it is. */
  common: Float64Array[];
  /** By offer and estimate, what is left: whom this offer moves more than others do. */
  apart: Float64Array[][];
}

/** By estimate its share in what offers have in common, and in what sets them apart; the rest, to 1, is the average. */
export interface Mixtures {
  common: number[];
  apart: number[];
}

/**
 * Weighs estimates by held-out scores: first in what offers have in common, then in what that leaves of each. The two are
 * weighed on their own because they differ in how much there is to find: a log may tell well whom offers move, and nothing
 * of who would rather have another one; or offers move opposite customers and have nothing in common.
 *
 * @param heldOut of each offer, in the order of `estimates`.
 * @param estimates by offer and estimate, of the same rows.
 */
export function mixturesOf(
  heldOut: readonly OfferScores[],
  estimates: readonly (readonly Float32Array[])[],
  averages: readonly number[],
  prior: Mixtures,
): Mixtures {
  const parts = partsOf(estimates, averages);
  const away = heldOut.map(({ scores }, offer) => scores.map((score) => score - averages[offer]));
  const common = mixtureOf(
    heldOut.map(({ precision }, offer) => ({ scores: away[offer], precision, estimates: parts.common })),
    prior.common,
  );
  const found = weighted(parts.common, common);
  const apart = mixtureOf(
    heldOut.map(({ precision }, offer) => ({
      scores: away[offer].map((score, i) => score - found[i]),
      precision,
      estimates: parts.apart[offer],
    })),
    prior.apart,
  );
  return { common, apart };
}

/** The effect of each offer on each row. */
export function mixedEffects(
  estimates: readonly (readonly Float32Array[])[],
  averages: readonly number[],
  mixtures: Mixtures,
): Float32Array[] {
  const parts = partsOf(estimates, averages);
  const common = weighted(parts.common, mixtures.common);
  return parts.apart.map((ofOffer, offer) => {
    const apart = weighted(ofOffer, mixtures.apart);
    return Float32Array.from(common, (each, i) => averages[offer] + each + apart[i]);
  });
}

function partsOf(estimates: readonly (readonly Float32Array[])[], averages: readonly number[]): Parts {
  const common = estimates[0].map((first, k) => {
    const mean = new Float64Array(first.length);
    estimates.forEach((ofOffer, offer) => {
      for (let i = 0; i < mean.length; i++) mean[i] += (ofOffer[k][i] - averages[offer]) / estimates.length;
    });
    return mean;
  });
  const apart = estimates.map((ofOffer, offer) =>
    ofOffer.map((estimate, k) =>
      Float64Array.from(estimate, (value, i) => value - averages[offer] - common[k][i]),
    ),
  );
  return { common, apart };
}

function weighted(estimates: readonly Float64Array[], shares: readonly number[]): Float64Array {
  const sum = new Float64Array(estimates[0].length);
  estimates.forEach((estimate, k) => {
    for (let i = 0; i < sum.length; i++) sum[i] += shares[k] * estimate[i];
  });
  return sum;
}
