import type { FeatureMatrix, RunControl } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';
import type { Experiment } from '../experiment/experiment.js';
import { metaEffect, metaLearners, type MetaEffect, type MetaLearner } from './meta-learners.js';
import { fitOutcomeOfArm } from './outcomes.js';
import { predict, type TrainingControl } from './regress.js';
import type { Sample } from './sample.js';

/** A member of an ensemble of S, T or X learners. */
export interface MetaMember {
  /** The outcome expected without an offer. */
  none: GbdtModel;
  /** By offer, in the model's order. */
  effects: MetaEffect[];
}

export async function learnMeta(
  experiment: Experiment,
  learner: MetaLearner,
  samples: readonly Sample[],
  { threads, signal, onProgress }: TrainingControl & RunControl,
): Promise<MetaMember[]> {
  const control = { ...(threads !== undefined && { threads }), ...(signal && { signal }) };
  const members: MetaMember[] = [];
  for (const { rows } of samples) {
    signal?.throwIfAborted();
    onProgress?.(members.length, samples.length);
    const none = await fitOutcomeOfArm(experiment, rows, 0, control);
    const effects: MetaEffect[] = [];
    for (let offer = 0; offer < experiment.offers.length; offer++) {
      effects.push(await metaLearners[learner]({ experiment, rows, offer, none, control }));
    }
    members.push({ none, effects });
  }
  onProgress?.(members.length, samples.length);
  return members;
}

/** What a member predicts of each row: the outcome without an offer, and the effect of each. */
export async function predictByMeta({ none, effects }: MetaMember, x: FeatureMatrix) {
  const without = await predict(none, x);
  const found: Float32Array[] = [];
  for (const effect of effects) found.push(await metaEffect(effect, x, without));
  return { without, effects: found };
}
