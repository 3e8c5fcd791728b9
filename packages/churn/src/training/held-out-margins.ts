import type { FeatureMatrix } from '@clv/contracts';
import { predictGbdt } from '@clv/gbdt';
import { rowsInFold, rowsInOtherFolds, spreadOver } from '../rows/select-rows.js';
import type { Learn } from './learn.js';

/**
 * More customers than these hardly improve the trees of a fold, and make no customer's margin fairer: the held-out figures of
 * more stand, by less than their own error, below what the model of all customers would show. Of these, a quarter million is learned
 * from, the others watch.
 */
const enoughToJudge = 270_000;

/** The margin (log-odds) of each row that is in a fold, by trees that were grown from the other folds; 0 elsewhere. */
export async function heldOutMargins(
  matrix: FeatureMatrix,
  foldOf: Int8Array,
  folds: number,
  learn: Learn,
): Promise<Float64Array> {
  const margins = new Float64Array(matrix.rows);
  for (let fold = 0; fold < folds; fold++) {
    const { trees } = await learn(spreadOver(rowsInOtherFolds(foldOf, fold), enoughToJudge));
    const inside = rowsInFold(foldOf, fold);
    const predicted = await predictGbdt(trees, matrix, { output: 'margin', rows: inside });
    for (let i = 0; i < inside.length; i++) margins[inside[i]] = predicted[i];
  }
  return margins;
}
