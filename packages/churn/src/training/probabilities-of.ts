import type { FeatureMatrix } from '@clv/contracts';
import { predictGbdt } from '@clv/gbdt';
import { applyCalibration } from '../calibration/apply-calibration.js';
import type { ChurnModel } from '../churn-model.js';
import { rowsWhere } from '../rows/select-rows.js';

/** Held-out probabilities where the outcome is known, the model's elsewhere. */
export async function probabilitiesOf(
  { trees, calibration }: Pick<ChurnModel, 'trees' | 'calibration'>,
  matrix: FeatureMatrix,
  known: Uint32Array,
  heldOut: Float64Array,
): Promise<Float64Array> {
  const probabilities = new Float64Array(matrix.rows).fill(NaN);
  for (let i = 0; i < known.length; i++) probabilities[known[i]] = heldOut[i];
  const current = rowsWhere(matrix.rows, (row) => Number.isNaN(probabilities[row]));
  const margins = await predictGbdt(trees, matrix, { output: 'margin', rows: current });
  applyCalibration(calibration, margins).forEach((p, i) => (probabilities[current[i]] = p));
  return probabilities;
}
