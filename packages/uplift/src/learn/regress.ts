import type { FeatureMatrix } from '@clv/contracts';
import { predictGbdt, trainGbdt, type GbdtModel, type GbdtParams } from '@clv/gbdt';

/** How the trees are grown: XGBoost's names. */
export type TreeParams = Omit<GbdtParams, 'objective' | 'baseScore' | 'earlyStoppingRounds'>;

export interface TrainingControl {
  threads?: number;
  signal?: AbortSignal;
}

/** What trees are fitted to. */
export interface Examples {
  x: FeatureMatrix;
  y: Float64Array;
  /** Whether `y` is 0 or 1 in every row, so that its mean is a probability. */
  binary: boolean;
  /** How much each row counts (default 1 each); they should average 1, as the parameters count rows. */
  weights?: Float64Array;
}

/**
 * Boosted trees for the mean of `y` given `x`, from the mean upwards: probabilities where `y` is 0 or 1, else squared
 * error. A `y` that is the same for all gets a model without trees. In which unit `y` is told makes no difference.
 */
export async function regress(
  { x, y, binary, weights }: Examples,
  params: TreeParams,
  control: TrainingControl,
): Promise<GbdtModel> {
  const mean = meanOf(y, weights);
  if (y.every((value) => value === y[0])) return constant(x, mean);
  const io = { ...control, ...(weights && { weights }) };
  if (binary) return trainGbdt(x, y, { ...params, objective: 'binary:logistic', baseScore: mean }, io);
  const unit = unitOf(y, mean);
  const told = y.map((value) => value / unit);
  const model = await trainGbdt(
    x,
    told,
    { ...params, objective: 'reg:squarederror', baseScore: mean / unit },
    io,
  );
  return inUnit(model, unit);
}

/** Trees make no split that saves less than a millionth, and hold what one saves as a float32. */
const [leastSpread, greatestSpread] = [0.25, 2 ** 40];

/** 1 where values are spread as trees can tell, else the power of 2 that is nearest to their standard deviation. */
function unitOf(y: Float64Array, mean: number): number {
  let squares = 0;
  for (let i = 0; i < y.length; i++) squares += (y[i] - mean) ** 2;
  const spread = Math.sqrt(squares / y.length);
  return spread >= leastSpread && spread <= greatestSpread ? 1 : 2 ** Math.round(Math.log2(spread));
}

/** A power of 2 costs no digit. */
function inUnit(model: GbdtModel, unit: number): GbdtModel {
  if (unit === 1) return model;
  const times = (value: number) => value * unit;
  const trees = model.trees.map((tree) => ({ ...tree, value: tree.value.map(times) }));
  return { ...model, baseScore: times(model.baseScore), trees };
}

export async function predict(model: GbdtModel, x: FeatureMatrix): Promise<Float32Array> {
  if (model.trees.length === 0) return new Float32Array(x.rows).fill(model.baseScore);
  return predictGbdt(model, x);
}

function meanOf(values: Float64Array, weights?: Float64Array): number {
  let [sum, all] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i] : 1;
    sum += weight * values[i];
    all += weight;
  }
  return sum / all;
}

function constant({ columns, featureNames }: FeatureMatrix, value: number): GbdtModel {
  const names = featureNames && { featureNames };
  const shape = { format: 'clv-gbdt', version: 1, objective: 'reg:squarederror' } as const;
  return { ...shape, baseScore: value, columns, ...names, trees: [] };
}
