import type { FeatureMatrix } from '@clv/contracts';
import { explainGbdt } from '@clv/gbdt';
import { applyCalibration } from '../calibration/apply-calibration.js';
import type { ChurnModel } from '../churn-model.js';
import { encodedColumns, type EncodedColumn } from '../columns/encoded-columns.js';

/** Predictions taken apart by the table's columns. */
export interface Contributions {
  columns: EncodedColumn[];
  /** The chance of leaving that every explanation starts from, in [0, 1]: that of the trees' average margin. */
  base: number;
  probabilities: Float64Array;
  /** Rows x columns, in [-1, 1]: with `base` they add up to the row's probability. */
  values: Float64Array;
}

/**
 * Exact Shapley values of the trees' margins (TreeSHAP), those of one column's levels added up, and carried over to
 * probabilities along the straight way from the average margin to the row's: each keeps its share of the difference
 * (Aumann and Shapley's rule for a function of one sum).
 */
export async function columnContributions(
  { trees, calibration, encoding }: ChurnModel,
  matrix: FeatureMatrix,
): Promise<Contributions> {
  const columns = encodedColumns(encoding);
  const width = matrix.columns + 1;
  const { values: shap } = await explainGbdt(trees, matrix);
  const baseMargin = matrix.rows > 0 ? shap[width - 1] : 0;
  const [base] = applyCalibration(calibration, [baseMargin]);
  const margins = Float64Array.from({ length: matrix.rows }, (_, row) => {
    let margin = 0;
    for (let i = row * width; i < (row + 1) * width; i++) margin += shap[i];
    return margin;
  });
  const probabilities = applyCalibration(calibration, margins);
  const values = new Float64Array(matrix.rows * columns.length);
  for (let row = 0; row < matrix.rows; row++) {
    const way = margins[row] - baseMargin;
    const slope = way === 0 ? 0 : (probabilities[row] - base) / way;
    columns.forEach(({ start, end }, column) => {
      let sum = 0;
      for (let feature = start; feature < end; feature++) sum += shap[row * width + feature];
      values[row * columns.length + column] = sum * slope;
    });
  }
  return { columns, base, probabilities, values };
}
