import type { OfferScores } from './score-trees.js';

/** What the effects of an offer are to be multiplied by, so that they are as far from nothing as held-out scores say. */
export interface Stretch {
  /** Of those that are positive. */
  gains: number;
  /** Of those that are negative. */
  harms: number;
}

/** Before any row has spoken effects are taken to be as large as they are predicted, give or take this share. */
const priorSpread = 0.25;

/**
 * Estimates hold back, each towards its average, and a mixture of them is the nearest to held-out scores over all customers and
 * offers together; so the greatest effects are predicted too small, and those of a weaker offer too far apart. Here each offer's
 * scores are regressed on its effects (the best linear predictor of Chernozhukov, Demirer, Duflo, Fernández-Val 2018), through
 * nothing and on either side of it by itself: it changes how much an offer does, never whether it helps.
 *
 * @param heldOut of the offer, of rows that its effects have not seen.
 */
export function stretchOf({ scores, precision }: OfferScores, effects: Float32Array): Stretch {
  return {
    gains: factorOf(scores, precision, effects, (effect) => effect > 0),
    harms: factorOf(scores, precision, effects, (effect) => effect < 0),
  };
}

export function stretched(effects: Float32Array, { gains, harms }: Stretch): Float32Array {
  return effects.map((effect) => effect * (effect < 0 ? harms : gains));
}

/** By least squares with a normal prior about 1; at least 0. */
function factorOf(
  scores: Float64Array,
  precision: Float64Array,
  effects: Float32Array,
  counts: (effect: number) => boolean,
): number {
  const strength = 1 / priorSpread ** 2;
  let [products, squares] = [strength, strength];
  effects.forEach((effect, i) => {
    if (!counts(effect)) return;
    products += precision[i] * effect * scores[i];
    squares += precision[i] * effect ** 2;
  });
  return Math.max(0, products / squares);
}
