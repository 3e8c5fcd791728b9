import type { FeatureMatrix } from '@clv/contracts';
import { predictGbdt, type GbdtModel } from '@clv/gbdt';
import { rowsWhere, selectRows } from './rows.js';

/** Grows trees from some rows. */
export type Learner = (rows: Uint32Array) => Promise<GbdtModel>;

/** The margin (log-odds) of each row that is in a fold, by trees that were grown from the other folds; 0 elsewhere. */
export async function heldOutMargins(
  matrix: FeatureMatrix,
  foldOf: Int8Array,
  folds: number,
  learn: Learner,
): Promise<Float64Array> {
  const margins = new Float64Array(matrix.rows);
  for (let fold = 0; fold < folds; fold++) {
    const trees = await learn(rowsWhere(matrix.rows, (row) => foldOf[row] >= 0 && foldOf[row] !== fold));
    const inside = rowsWhere(matrix.rows, (row) => foldOf[row] === fold);
    const predicted = await predictGbdt(trees, selectRows(matrix, inside), { output: 'margin' });
    inside.forEach((row, i) => (margins[row] = predicted[i]));
  }
  return margins;
}
