import type { Experiment } from '../experiment.js';
import { rowsWhere } from '../fold.js';
import { outcomeParams, propensityParams } from './params.js';
import { predict, regress, takeRows, type TrainingControl } from './regress.js';

/** For each row and arm (row-major) a number from models that have not seen the row. */
export type PerArm = Float64Array;

/** The expected outcome under each arm. */
export function crossFitOutcomes(experiment: Experiment, fold: Int32Array, control: TrainingControl) {
  const { x, arm, outcome, binary } = experiment;
  return crossFit(experiment, fold, async (j, train) => {
    const rows = train.filter((i) => arm[i] === j);
    const y = Float64Array.from(rows, (i) => outcome[i]);
    return regress(takeRows(x, rows), y, binary, outcomeParams, control);
  });
}

/** The chance of getting each arm, as the features tell; of each row they add up to 1. */
export async function crossFitPropensities(
  experiment: Experiment,
  fold: Int32Array,
  control: TrainingControl,
) {
  const { x, arm, offers } = experiment;
  const arms = offers.length + 1;
  const chances = await crossFit(experiment, fold, async (j, train) => {
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
  fit: (arm: number, train: Int32Array) => ReturnType<typeof regress>,
): Promise<PerArm> {
  const arms = offers.length + 1;
  const into = new Float64Array(arm.length * arms);
  const folds = fold.reduce((most, k) => Math.max(most, k), 0) + 1;
  for (let k = 0; k < folds; k++) {
    const train = rowsWhere(arm.length, (i) => fold[i] !== k);
    const unseen = rowsWhere(arm.length, (i) => fold[i] === k);
    const features = takeRows(x, unseen);
    for (let j = 0; j < arms; j++) {
      const predicted = await predict(await fit(j, train), features);
      unseen.forEach((row, i) => (into[row * arms + j] = predicted[i]));
    }
  }
  return into;
}
