import type { FeatureMatrix, RunControl } from '@clv/contracts';
import type { Experiment } from '../experiment/experiment.js';
import { doublyRobustEffects, learnEffects, type DoublyRobustEffects } from './doubly-robust-learner.js';
import { averageOf, doublyRobustScores } from './doubly-robust-scores.js';
import type { Folds } from './fold.js';
import { firstVersionEffects, type FirstVersionEffect } from './first-version.js';
import { predictOutcomes, type OutcomeModel } from './outcomes.js';
import { chancesOf } from './overlap.js';
import { pairwiseOutcomes } from './pairwise-outcomes.js';
import type { TrainingControl } from './regress.js';
import type { Sample } from './sample.js';
import { inTwoParts, type SecondVersionEffects } from './second-version.js';

/** A member of the DR learner's ensemble. */
export interface DoublyRobustMember {
  /** The outcome models that it averages, as places in the ensemble's. */
  outcomes: number[];
  /** Of models of earlier versions as they held it: version 1 has one by offer. */
  effects: DoublyRobustEffects | SecondVersionEffects | FirstVersionEffect[];
}

/**
 * A member that leaves a fold out rests on nothing that saw its outcomes, so that it can predict the customers in it; a
 * member of a bootstrap sample uses outcome models of all folds.
 */
export async function learnDoublyRobust(
  experiment: Experiment,
  folds: Folds,
  samples: readonly Sample[],
  { threads, signal, onProgress }: TrainingControl & RunControl,
) {
  const control = { ...(threads !== undefined && { threads }), ...(signal && { signal }) };
  const { fold, count } = folds;
  const pairs = (count * (count - 1)) / 2;
  const progress = (done: number) => {
    signal?.throwIfAborted();
    onProgress?.(done, pairs + samples.length);
  };
  const { models, without, expected } = await pairwiseOutcomes(experiment, folds, control, progress);
  const { chance, overlap } = await chancesOf(experiment, folds, control);
  const arms = experiment.offers.length + 1;
  const unseen = expected[0].map((_, at) => expected[fold[Math.floor(at / arms)]][at]);

  const members: DoublyRobustMember[] = [];
  for (const { rows, leftOut, apart } of samples) {
    progress(pairs + members.length);
    const known = leftOut === undefined ? unseen : expected[leftOut];
    const scored = { experiment, expected: known, chance };
    const effects = await learnEffects(scored, rows, (row) => fold[row] === apart, control);
    const outcomes = leftOut === undefined ? [...models.keys()] : without[leftOut];
    members.push({ outcomes, effects });
  }
  progress(pairs + members.length);
  const averageEffects = experiment.offers.map((offer, j) => ({
    offer,
    ...averageOf(doublyRobustScores(experiment, j, unseen, chance)),
  }));
  return { members, outcomes: models, averageEffects, overlap };
}

/** What each member predicts of each row: the outcome without an offer, and the effect of each. */
export async function predictByDoublyRobust(
  members: readonly DoublyRobustMember[],
  models: readonly OutcomeModel[],
  x: FeatureMatrix,
) {
  const expected: Float32Array[][] = [];
  for (const model of models) expected.push(await predictOutcomes(model, x));
  const predictions = [];
  for (const { outcomes, effects } of members) {
    const byArm = expected[0].map((_, arm) => meanOf(outcomes.map((k) => expected[k][arm])));
    predictions.push({ without: byArm[0], effects: await effectsByVersion(effects, x, byArm) });
  }
  return predictions;
}

async function effectsByVersion(
  effects: DoublyRobustMember['effects'],
  x: FeatureMatrix,
  byArm: readonly Float32Array[],
) {
  if (Array.isArray(effects)) return firstVersionEffects(effects, x, byArm);
  return doublyRobustEffects('mixture' in effects ? inTwoParts(effects) : effects, x, byArm);
}

function meanOf(columns: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(columns[0].length);
  for (const column of columns) for (let i = 0; i < mean.length; i++) mean[i] += column[i] / columns.length;
  return mean;
}
