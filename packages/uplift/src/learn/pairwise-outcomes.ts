import type { Experiment } from '../experiment/experiment.js';
import { takeRows } from './features.js';
import { rowsWhere, type Folds } from './fold.js';
import { fitOutcomes, predictOutcomes, type OutcomeModel } from './outcomes.js';
import type { TrainingControl } from './regress.js';

/** Outcome models that have each left two folds out. */
export interface PairwiseOutcomes {
  models: OutcomeModel[];
  /** For each fold the models that have not seen it, as places in `models`. */
  without: number[][];
  /**
   * For each fold k, rows x arms (none first): the outcome that models without k expect of the row under each arm. Of a
   * row in another fold the one model that has seen neither; of a row in k the mean of all models without k.
   */
  expected: Float32Array[];
}

/**
 * Leaves out every pair of folds in turn. What is then learned without fold k rests on nothing that has seen fold k's
 * outcomes, and within the other folds every row is still predicted by a model that has not seen it: cross-fitting within
 * cross-fitting, for the price of one (with four folds, six models of half the rows).
 */
export async function pairwiseOutcomes(
  experiment: Experiment,
  { fold, count }: Folds,
  control: TrainingControl,
  progress: (done: number) => void,
): Promise<PairwiseOutcomes> {
  const rows = fold.length;
  const arms = experiment.offers.length + 1;
  const models: OutcomeModel[] = [];
  const without: number[][] = Array.from({ length: count }, () => []);
  const expected = without.map(() => new Float32Array(rows * arms));
  for (let k = 0; k < count; k++) {
    for (let l = k + 1; l < count; l++) {
      progress(models.length);
      const train = rowsWhere(rows, (i) => fold[i] !== k && fold[i] !== l);
      const model = await fitOutcomes(experiment, train, control);
      for (const one of [k, l]) without[one].push(models.length);
      models.push(model);
      const unseen = rowsWhere(rows, (i) => fold[i] === k || fold[i] === l);
      const predicted = await predictOutcomes(model, takeRows(experiment.x, unseen));
      unseen.forEach((row, i) => {
        const [own, other] = fold[row] === k ? [k, l] : [l, k];
        for (let j = 0; j < arms; j++) {
          expected[own][row * arms + j] += predicted[j][i] / (count - 1);
          expected[other][row * arms + j] = predicted[j][i];
        }
      });
    }
  }
  return { models, without, expected };
}
