import { prepareGbdt } from '@clv/gbdt';
import type { TableLike } from '@clv/table';
import { applyCalibration } from './calibration/apply-calibration.js';
import type { ChurnModel } from './churn-model.js';
import { assertChurnModel } from './columns/assert-churn-model.js';
import { encodeForModel } from './columns/encode-for-model.js';

/** A model that is ready to predict. */
export interface ChurnPredictor {
  /**
   * The chance of leaving of each customer, as `predictChurn` gives it.
   *
   * @throws InvalidInputError, UnknownColumnError where the table lacks a column of the model, or holds another type in it.
   */
  probabilities(table: TableLike): Float64Array;
}

/**
 * Makes a model ready to predict table after table: its trees are laid out once, and features lie where those of the table
 * before lay. Later changes of the trees are not seen.
 *
 * @throws ModelFormatError where the model is damaged.
 */
export async function prepareChurn(model: ChurnModel): Promise<ChurnPredictor> {
  assertChurnModel(model);
  const trees = await prepareGbdt(model.trees);
  let spent: Float32Array = new Float32Array();
  return {
    probabilities(table) {
      const { matrix } = encodeForModel(model, table, spent);
      if (matrix.data.length > spent.length) spent = matrix.data;
      return applyCalibration(model.calibration, trees.margins(matrix));
    },
  };
}
