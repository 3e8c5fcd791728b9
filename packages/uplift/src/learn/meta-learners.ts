import type { FeatureMatrix } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';
import type { Experiment } from '../experiment/experiment.js';
import { takeRows, withColumn } from './features.js';
import { fitOutcomeOfArm } from './outcomes.js';
import { effectParams, outcomeParams } from './params.js';
import { predict, regress, type TrainingControl } from './regress.js';

/** Learners that compare outcomes of the arms as they are, for experiments. */
export type MetaLearner = 'S' | 'T' | 'X';

/** What one of them found of one offer. */
export type MetaEffect =
  | { learner: 'S'; both: GbdtModel }
  | { learner: 'T'; offered: GbdtModel }
  | { learner: 'X'; onNone: GbdtModel; onOffered: GbdtModel; offeredShare: number };

export interface Lesson {
  experiment: Experiment;
  /** The rows to learn from; a bootstrap sample has some of them more than once. */
  rows: Int32Array;
  /** The offer, counted from 0. */
  offer: number;
  /** The outcome model of the customers among them who got none. */
  none: GbdtModel;
  control: TrainingControl;
}

export const metaLearners: Record<MetaLearner, (lesson: Lesson) => Promise<MetaEffect>> = {
  /** One model of both arms, with the offer as a feature. */
  async S({ experiment, rows, offer, control }) {
    const { x, arm, outcome, binary } = experiment;
    const pair = rows.filter((i) => arm[i] === 0 || arm[i] === offer + 1);
    const treated = Float32Array.from(pair, (i) => +(arm[i] !== 0));
    const y = Float64Array.from(pair, (i) => outcome[i]);
    const examples = { x: withOffered(takeRows(x, pair), treated), y, binary };
    return { learner: 'S', both: await regress(examples, outcomeParams, control) };
  },

  /** Two models, one of each arm (Künzel et al. 2019). */
  async T({ experiment, rows, offer, control }) {
    return { learner: 'T', offered: await fitOutcomeOfArm(experiment, rows, offer + 1, control) };
  },

  /** Each arm's surprise at the other's model, learned in turn (Künzel et al. 2019). */
  async X({ experiment, rows, offer, none, control }) {
    const { arm } = experiment;
    const offered = await fitOutcomeOfArm(experiment, rows, offer + 1, control);
    const inArm = (j: number) => rows.filter((i) => arm[i] === j);
    const [gotNone, gotOffer] = [inArm(0), inArm(offer + 1)];
    return {
      learner: 'X',
      onNone: await fitSurprise(experiment, gotNone, offered, -1, control),
      onOffered: await fitSurprise(experiment, gotOffer, none, 1, control),
      offeredShare: gotOffer.length / (gotOffer.length + gotNone.length),
    };
  },
};

/** The effect of the offer on each row; `without` is the outcome expected there without it. */
export async function metaEffect(
  model: MetaEffect,
  x: FeatureMatrix,
  without: Float32Array,
): Promise<Float32Array> {
  switch (model.learner) {
    case 'S': {
      const constant = (value: number) => withOffered(x, new Float32Array(x.rows).fill(value));
      return difference(await predict(model.both, constant(1)), await predict(model.both, constant(0)));
    }
    case 'T':
      return difference(await predict(model.offered, x), without);
    case 'X': {
      const [onNone, onOffered] = [await predict(model.onNone, x), await predict(model.onOffered, x)];
      const share = model.offeredShare;
      return onNone.map((effect, i) => share * effect + (1 - share) * onOffered[i]);
    }
  }
}

async function fitSurprise(
  { x, outcome }: Experiment,
  rows: Int32Array,
  other: GbdtModel,
  sign: number,
  control: TrainingControl,
) {
  const features = takeRows(x, rows);
  const expected = await predict(other, features);
  const surprise = Float64Array.from(rows, (row, i) => sign * (outcome[row] - expected[i]));
  return regress({ x: features, y: surprise, binary: false }, effectParams(rows.length), control);
}

const difference = (a: Float32Array, b: Float32Array) => a.map((value, i) => value - b[i]);

const withOffered = (x: FeatureMatrix, offered: Float32Array) => withColumn(x, 'offered', offered);
