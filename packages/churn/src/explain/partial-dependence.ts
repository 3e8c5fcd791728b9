import {
  checkOptionNames,
  InvalidInputError,
  randomSource,
  sortNumbers,
  UnknownColumnError,
  type FeatureMatrix,
} from '@clv/contracts';
import { predictGbdt } from '@clv/gbdt';
import type { TableLike } from '@clv/table';
import { applyCalibration } from '../calibration/apply-calibration.js';
import type { ChurnModel } from '../churn-model.js';
import { encodeForModel } from '../columns/encode-for-model.js';
import { encodedColumns, type EncodedColumn } from '../columns/encoded-columns.js';
import { rowsWhere, selectRows, shuffle } from '../rows/select-rows.js';
import { stream } from '../rows/streams.js';

/** One value of a column, and the mean probability if every customer had it. */
export interface DependencePoint {
  /** A number, or a level's name. Dates are months before the snapshot. */
  value: number | string;
  /** The mean chance of leaving if every customer had this value. */
  probability: number;
}

/** How finely a column is tried, and over how many customers. */
export interface PartialDependenceOptions {
  /** How many values of a number to try at most, at its quantiles from the least to the greatest (default 20). */
  points?: number;
  /** How many customers to take the mean over at most, drawn at random (default 1,000). */
  sample?: number;
}

/**
 * How the chance of leaving varies with one column, all else unchanged (partial dependence; Friedman 2001): nothing of a table
 * without rows, or of numbers that are all missing.
 *
 * @throws UnknownColumnError where the column is no feature of the model, InvalidInputError for an option out of range,
 *   InvalidOptionError for an unknown one.
 */
export async function partialDependence(
  model: ChurnModel,
  table: TableLike,
  column: string,
  options: PartialDependenceOptions = {},
): Promise<DependencePoint[]> {
  checkOptionNames(options, { points: true, sample: true });
  const { points = 20, sample = 1000 } = options;
  checkCounts({ points, sample });
  const { matrix } = encodeForModel(model, table);
  const columns = encodedColumns(model.encoding);
  const found = columns.find(({ name }) => name === column);
  if (!found)
    throw new UnknownColumnError(
      column,
      columns.map(({ name }) => name),
    );
  if (matrix.rows === 0) return [];
  const rows = rowsWhere(matrix.rows, () => true);
  shuffle(rows, randomSource(model.seed, stream.dependence));
  const some = selectRows(matrix, rows.slice(0, sample));
  const curve: DependencePoint[] = [];
  for (const { value, features } of valuesOf(found, matrix, points)) {
    for (let row = 0; row < some.rows; row++) some.data.set(features, row * some.columns + found.start);
    const margins = await predictGbdt(model.trees, some, { output: 'margin' });
    const probabilities = applyCalibration(model.calibration, margins);
    curve.push({ value, probability: probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length });
  }
  return curve;
}

function valuesOf(
  { encoding, start }: EncodedColumn,
  matrix: FeatureMatrix,
  points: number,
): { value: number | string; features: number[] }[] {
  switch (encoding.kind) {
    case 'one-hot':
      return encoding.levels.map((value, level) => ({
        value,
        features: encoding.levels.map((_, other) => (other === level ? 1 : 0)),
      }));
    case 'ordinal':
      return encoding.levels.map((value, rank) => ({ value, features: [rank] }));
    case 'boolean':
      return ['no', 'yes'].map((value, feature) => ({ value, features: [feature] }));
    default:
      return quantilesOf(matrix, start, points).map((value) => ({ value, features: [value] }));
  }
}

/** Values of a feature that are evenly spread over its rows, the least and the greatest among them; a single one is the median. */
function quantilesOf({ data, columns }: FeatureMatrix, feature: number, points: number): number[] {
  const known = data.filter((value, at) => at % columns === feature && !Number.isNaN(value));
  const rising = sortNumbers(Float64Array.from(known));
  const last = rising.length - 1;
  const count = Math.min(points, rising.length);
  const ranks = count === 1 ? [last / 2] : Array.from({ length: count }, (_, i) => (i * last) / (count - 1));
  return [...new Set(ranks.map((rank) => rising[Math.round(rank)]))];
}

function checkCounts(counts: Record<string, number>): void {
  const faults = Object.entries(counts)
    .filter(([, value]) => !(Number.isInteger(value) && value >= 1))
    .map(([path, value]) => ({
      rule: 'out-of-range',
      message: `${path} must be a whole number of at least 1: ${String(value)}`,
      path,
      value,
    }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}
