import { InvalidOptionError, unknownName } from '@clv/contracts';
import { called, type OfferLabels } from '../experiment/called.js';
import type { Experiment } from '../experiment/experiment.js';
import { orderedMeans } from '../statistics/ordered-means.js';
import type { AverageEffect } from './doubly-robust-scores.js';
import type { OfferScores } from './score-trees.js';

/** Offers that differ in strength alone, so that nobody is moved less by a stronger one. */
export interface Ladder {
  /** Their places among all offers, weakest first. */
  places: number[];
  /** Of each its average effect, now that the order is known. */
  levels: number[];
  /** How well each average was known before: the inverse of its variance. */
  precision: number[];
}

/**
 * The experiment, with the places of those offers.
 *
 * @throws InvalidOptionError for a name that is not an offer of the log, or is there twice.
 */
export function onLadder(experiment: Experiment, ladder?: readonly string[]): Experiment {
  if (ladder === undefined) return experiment;
  const { offers } = experiment;
  const unfit = (message: string) => new InvalidOptionError('ladder', `ladder: ${message}`);
  if (ladder.length < 2) throw unfit('needs two offers or more, weakest first');
  const places = ladder.map((offer, step) => {
    const place = offers.indexOf(offer);
    if (place < 0) throw unfit(unknownName('offer', offer, offers));
    if (ladder.indexOf(offer) < step) throw unfit(`names ${offer} twice`);
    return place;
  });
  return { ...experiment, ladder: places };
}

/**
 * @param scored of each offer the scores that were learned from.
 * @param averages of each offer's scores.
 */
export function ladderOf(
  places: readonly number[],
  scored: readonly OfferScores[],
  averages: readonly number[],
): Ladder {
  const scores = places.map((place) => scored[place].scores);
  const means = places.map((place) => averages[place]);
  const rows = scores[0].length;
  const covariance = scores.map((one, j) =>
    scores.map((other, k) => {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += (one[i] - means[j]) * (other[i] - means[k]);
      return sum / (rows - 1) / rows;
    }),
  );
  return {
    places: [...places],
    levels: orderedMeans(means, covariance),
    precision: covariance.map((row, j) => 1 / (row[j] || 1)),
  };
}

/**
 * Moves effects to the levels of the ladder, and where a row's effect is then still less than that of a weaker offer, both to their
 * mean: isotonic regression by pooling adjacent violators.
 *
 * @param averages by offer, what its effects were averages about before.
 */
export function climbing(
  effects: readonly Float32Array[],
  averages: readonly number[],
  { places, levels, precision }: Ladder,
): Float32Array[] {
  const climbed = effects.map((effect) => effect.slice());
  const steps = places.map((place, step) => ({
    effect: climbed[place],
    shift: levels[step] - averages[place],
    weight: precision[step],
  }));
  const [means, weights, lengths] = [[0], [0], [0]];
  for (let i = 0; i < climbed[0].length; i++) {
    let pools = 0;
    for (const { effect, shift, weight } of steps) {
      [means[pools], weights[pools], lengths[pools]] = [effect[i] + shift, weight, 1];
      for (; pools > 0 && means[pools] < means[pools - 1]; pools--) {
        const both = weights[pools - 1] + weights[pools];
        means[pools - 1] += ((means[pools] - means[pools - 1]) * weights[pools]) / both;
        weights[pools - 1] = both;
        lengths[pools - 1] += lengths[pools];
      }
      pools++;
    }
    let step = 0;
    for (let pool = 0; pool < pools; pool++)
      for (const end = step + lengths[pool]; step < end; step++) steps[step].effect[i] = means[pool];
  }
  return climbed;
}

/** Standard errors of a difference beyond which chance no longer explains it. */
const beyondChance = 2;

/** Where the log itself says that a weaker offer moves customers more, in sentences. */
export function doubtsOf(
  { ladder = [] }: Experiment,
  averageEffects: readonly AverageEffect[],
  labels?: OfferLabels,
): string[] {
  return ladder.slice(1).flatMap((place, step) => {
    const [weaker, stronger] = [averageEffects[ladder[step]], averageEffects[place]];
    const error = Math.hypot(weaker.standardError, stronger.standardError);
    if (weaker.effect - stronger.effect < beyondChance * error) return [];
    return [
      `${called(weaker.offer, labels)} did more than ${called(stronger.offer, labels)} in the log, and not by chance: they may differ in more than strength`,
    ];
  });
}
