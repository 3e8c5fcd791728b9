import type { FeatureMatrix } from '@clv/contracts';
import { predictGbdt, trainGbdt, type GbdtModel, type GbdtParams } from '@clv/gbdt';

/** How the trees are grown: XGBoost's names. */
export type TreeParams = Omit<GbdtParams, 'objective' | 'baseScore' | 'earlyStoppingRounds'>;

export interface TrainingControl {
  threads?: number;
  signal?: AbortSignal;
}

/** The features of some rows, in their order. */
export function takeRows(x: FeatureMatrix, rows: Int32Array): FeatureMatrix {
  const { columns } = x;
  const data = new Float32Array(rows.length * columns);
  for (let i = 0, at = 0; i < rows.length; i++) {
    for (let from = rows[i] * columns, end = from + columns; from < end; from++) data[at++] = x.data[from];
  }
  return { ...x, data, rows: rows.length };
}

/**
 * Boosted trees for the mean of `y` given `x`, from the mean upwards: probabilities where `y` is 0 or 1, else squared
 * error. A `y` that is the same for all gets a model without trees.
 */
export async function regress(
  x: FeatureMatrix,
  y: Float64Array,
  binary: boolean,
  params: TreeParams,
  control: TrainingControl,
): Promise<GbdtModel> {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  if (y.every((value) => value === y[0])) return constant(x, mean);
  const objective = binary ? 'binary:logistic' : 'reg:squarederror';
  return trainGbdt(x, y, { ...params, objective, baseScore: mean }, control);
}

export async function predict(model: GbdtModel, x: FeatureMatrix): Promise<Float32Array> {
  if (model.trees.length === 0) return new Float32Array(x.rows).fill(model.baseScore);
  return predictGbdt(model, x);
}

function constant({ columns, featureNames }: FeatureMatrix, value: number): GbdtModel {
  const names = featureNames && { featureNames };
  const shape = { format: 'clv-gbdt', version: 1, objective: 'reg:squarederror' } as const;
  return { ...shape, baseScore: value, columns, ...names, trees: [] };
}
