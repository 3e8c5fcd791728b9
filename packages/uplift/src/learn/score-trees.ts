import type { FeatureMatrix } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';
import { effectParams, severalEffectsParams } from './params.js';
import { predict, regress, type TrainingControl } from './regress.js';

/** Trees that predict effects, from doubly robust scores. */
export interface ScoreTrees {
  /** The average effect of each offer on the customers that were learned from. */
  averages: number[];
  /** Of each offer, from its own scores. */
  own: GbdtModel[];
  /**
   * How far an effect is from the average, whichever the offer, from the scores of all: there are more of them, and whom one
   * offer moves another often moves too. Only where there are several offers.
   */
  shared?: GbdtModel;
}

/** Of each offer the scores of some rows, and how much each of them tells. */
export interface OfferScores {
  scores: Float64Array;
  precision: Float64Array;
}

/** Regresses scores, each counted by its precision, on features of their rows. */
export async function fitScoreTrees(
  x: FeatureMatrix,
  offers: readonly OfferScores[],
  control: TrainingControl,
): Promise<ScoreTrees> {
  const params = (offers.length === 1 ? effectParams : severalEffectsParams)(x.rows);
  const fit = ({ scores, precision }: OfferScores) =>
    regress({ x, y: scores, binary: false, weights: averagingOne(precision) }, params, control);
  const averages = offers.map(({ scores }) => meanOf(scores));
  const own: GbdtModel[] = [];
  for (const offer of offers) own.push(await fit(offer));
  if (offers.length === 1) return { averages, own };
  const shared = await fit(overOffers(offers, averages));
  return { averages, own, shared: await averagingZero(shared, x) };
}

/**
 * Estimates of each offer's effect on each row: by its own trees and, where there are several offers, by those they share.
 */
export async function estimatesByScores({ averages, own, shared }: ScoreTrees, x: FeatureMatrix) {
  const away = shared && (await predict(shared, x));
  const estimates: Float32Array[][] = [];
  for (const [j, trees] of own.entries()) {
    const byOwn = await predict(trees, x);
    estimates.push(away ? [byOwn, away.map((each) => averages[j] + each)] : [byOwn]);
  }
  return estimates;
}

/** What the scores of all offers together say about a row, each minus the offer's average. */
export function overOffers(offers: readonly OfferScores[], averages: readonly number[]): OfferScores {
  const precision = offers[0].precision.map((_, i) =>
    offers.reduce((sum, offer) => sum + offer.precision[i], 0),
  );
  const scores = precision.map(
    (all, i) =>
      offers.reduce((sum, offer, j) => sum + offer.precision[i] * (offer.scores[i] - averages[j]), 0) / all,
  );
  return { scores, precision };
}

/** Moves the trees up or down so that what they predict of these rows is 0 on average. */
async function averagingZero(trees: GbdtModel, x: FeatureMatrix): Promise<GbdtModel> {
  return { ...trees, baseScore: trees.baseScore - meanOf(await predict(trees, x)) };
}

function averagingOne(weights: Float64Array): Float64Array {
  const mean = meanOf(weights);
  return weights.map((weight) => weight / mean);
}

function meanOf(values: Float64Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
