import { predictGbdt } from '@clv/gbdt';
import type { TableLike } from '@clv/table';
import { applyCalibration } from './calibration/apply-calibration.js';
import type { ChurnModel } from './churn-model.js';
import { encodeForModel } from './columns/encode-for-model.js';

/**
 * The chance of leaving of each customer, in [0, 1], one a row.
 *
 * Do not score the customers whom the model was fitted on by this: it has seen what they did. `crossFitChurn` gives
 * their held-out probabilities.
 *
 * @throws InvalidInputError, UnknownColumnError where the table lacks a column of the model, or holds another type in it.
 */
export async function predictChurn(model: ChurnModel, table: TableLike): Promise<Float64Array> {
  const { matrix } = encodeForModel(model, table);
  return applyCalibration(model.calibration, await predictGbdt(model.trees, matrix, { output: 'margin' }));
}
