import type { GbdtModel } from '@clv/gbdt';
import type { Experiment } from '../experiment.js';
import { rowsWhere } from '../fold.js';
import { outcomeParams, propensityParams } from './params.js';
import { predict, regress, takeRows, type TrainingControl } from './regress.js';

export interface CrossFit {
  /** For each row and arm (row-major) a number from models that have not seen the row. */
  predictions: Float64Array;
  /** By fold that was left out, and by arm. */
  models: GbdtModel[][];
}

/** The expected outcome under each arm. */
export function crossFitOutcomes(experiment: Experiment, fold: Int32Array, control: TrainingControl) {
  return crossFit(experiment, fold, (j, train) => fitOutcome(experiment, train, j, control));
}

/** The outcome of those who got arm `arm`, among some rows. */
export function fitOutcome(experiment: Experiment, rows: Int32Array, arm: number, control: TrainingControl) {
  const { x, outcome, binary } = experiment;
  const got = rows.filter((i) => experiment.arm[i] === arm);
  const y = Float64Array.from(got, (i) => outcome[i]);
  return regress(takeRows(x, got), y, binary, outcomeParams, control);
}

/** The chance of getting each arm, as the features tell; of each row they add up to 1. */
export async function crossFitPropensities(
  experiment: Experiment,
  fold: Int32Array,
  control: TrainingControl,
) {
  const { x, arm, offers } = experiment;
  const arms = offers.length + 1;
  const { predictions: chances } = await crossFit(experiment, fold, async (j, train) => {
    const y = Float64Array.from(train, (i) => +(arm[i] === j));
    return regress(takeRows(x, train), y, true, propensityParams, control);
  });
  for (let start = 0; start < chances.length; start += arms) {
    let sum = 0;
    for (let j = 0; j < arms; j++) sum += chances[start + j];
    for (let j = 0; j < arms; j++) chances[start + j] /= sum;
  }
  return chances;
}

async function crossFit(
  { x, arm, offers }: Experiment,
  fold: Int32Array,
  fit: (arm: number, train: Int32Array) => Promise<GbdtModel>,
): Promise<CrossFit> {
  const arms = offers.length + 1;
  const predictions = new Float64Array(arm.length * arms);
  const models: GbdtModel[][] = [];
  const folds = fold.reduce((most, k) => Math.max(most, k), 0) + 1;
  for (let k = 0; k < folds; k++) {
    const train = rowsWhere(arm.length, (i) => fold[i] !== k);
    const unseen = rowsWhere(arm.length, (i) => fold[i] === k);
    const features = takeRows(x, unseen);
    models.push([]);
    for (let j = 0; j < arms; j++) {
      const model = await fit(j, train);
      const predicted = await predict(model, features);
      unseen.forEach((row, i) => (predictions[row * arms + j] = predicted[i]));
      models[k].push(model);
    }
  }
  return { predictions, models };
}
