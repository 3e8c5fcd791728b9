import { checkOptions, normalQuantile, shapes, type FeatureMatrix } from '@clv/contracts';
import { ModelFormatError, predictGbdt } from '@clv/gbdt';
import type { TableLike } from '@clv/table';
import { applyCalibration } from '../calibration/apply-calibration.js';
import { checkProbabilities } from '../checks/check-probabilities.js';
import type { ChurnModel } from '../churn-model.js';
import { encodeForModel } from '../columns/encode-for-model.js';
import { encodedColumns, type EncodedColumn } from '../columns/encoded-columns.js';
import { calibrationInTheLarge, type CalibrationInTheLarge } from './calibration-in-the-large.js';
import { referenceShape } from '../model-file/model-shape.js';
import {
  countGroups,
  referenceOf,
  scoreColumn,
  scoreMatrix,
  type Distribution,
  type Reference,
} from './distribution.js';

/** Below 0.1 beyond chance, or where chance explains it, a column is `stable`, below 0.25 it has `moved`, else it has `drifted`. */
export type DriftVerdict = 'stable' | 'moved' | 'drifted';

/** How far one column, or the score, has drifted. */
export interface ColumnDrift {
  column: string;
  /** The population stability index: the sum of (new share - old share) ln(new share / old share) over groups. */
  psi: number;
  /** The index that chance alone is expected to give between samples of these sizes. */
  byChance: number;
  /** True where chance alone gives such an index less than once in a thousand times; of few customers it may well give 0.5. */
  isBeyondChance: boolean;
  verdict: DriftVerdict;
  /** Filled cells that the model does not know, such as a new level: it takes them for missing. */
  unseen: number;
}

/** How far a table differs from the one that a model was fitted on. */
export interface ChurnDrift {
  /** The model's columns, the most drifted first. */
  columns: ColumnDrift[];
  /** Of the probabilities. */
  score: ColumnDrift;
  /** Where outcomes are given: whether as many left as was predicted. */
  calibration?: CalibrationInTheLarge;
}

/** What is known of the new customers besides their columns. */
export interface DriftOptions {
  /** What became of the customers: 1 left, 0 stayed, -1 not known. */
  labels?: ArrayLike<number>;
  /**
   * The customers to compare with, and the probabilities that they had (default: those that the model was fitted on).
   * If you give only some of the customers, such as the current ones, compare them with the same part.
   */
  reference?: { table: TableLike; probabilities: ArrayLike<number> };
}

/**
 * How far a new table differs from an earlier one, column by column and in its probabilities.
 *
 * @throws UnknownColumnError where the table lacks a column; InvalidInputError where labels or the reference's probabilities
 *   are not one a row or none; InvalidOptionError for an unknown option.
 */
export async function drift(
  model: ChurnModel,
  table: TableLike,
  options: DriftOptions = {},
): Promise<ChurnDrift> {
  checkOptions(options, {
    labels: shapes.numbers,
    reference: shapes.record({ table: () => undefined, probabilities: shapes.numbers }),
  });
  const { labels, reference } = options;
  const { matrix, unseen } = encodeForModel(model, table);
  const margins = await predictGbdt(model.trees, matrix, { output: 'margin' });
  const probabilities = applyCalibration(model.calibration, margins);
  const { columns, score } = reference ? asReference(model, reference) : referenceIn(model);
  return {
    columns: encodedColumns(model.encoding)
      .map((column, i) =>
        columnDrift(columns[i], matrix, column, Object.hasOwn(unseen, column.name) ? unseen[column.name] : 0),
      )
      .sort((a, b) => b.psi - b.byChance - (a.psi - a.byChance)),
    score: columnDrift(score, scoreMatrix(probabilities), scoreColumn, 0),
    ...(labels && { calibration: calibrationInTheLarge(labels, probabilities) }),
  };
}

/** @throws ModelFormatError where it is damaged, or not of the model's columns. */
function referenceIn({ reference, encoding }: ChurnModel): Reference {
  const misshape = referenceShape(reference, 'reference');
  if (misshape) throw new ModelFormatError(misshape.path, misshape.fault);
  if (reference.columns.length !== encoding.columns.length)
    throw new ModelFormatError('reference.columns', 'must be as many as encoding.columns');
  return reference;
}

function asReference(model: ChurnModel, { table, probabilities }: Required<DriftOptions>['reference']) {
  const { matrix } = encodeForModel(model, table);
  checkProbabilities(probabilities, matrix.rows);
  return referenceOf(matrix, model.encoding, probabilities);
}

function columnDrift(
  reference: Distribution,
  matrix: FeatureMatrix,
  column: EncodedColumn,
  unseen: number,
): ColumnDrift {
  const before = shares(reference.customers);
  const [counts] = countGroups([reference], matrix, [column]);
  const now = shares(counts);
  const psi = now.of.reduce(
    (sum, share, i) => sum + (share - before.of[i]) * Math.log(share / before.of[i]),
    0,
  );
  const freedom = reference.count - 1;
  const noise = 1 / Math.max(1, before.all) + 1 / Math.max(1, now.all);
  const byChance = freedom * noise;
  const isBeyondChance = psi > surprisingChiSquare(freedom) * noise;
  const verdict = isBeyondChance ? judge(psi - byChance) : 'stable';
  return { column: column.name, psi, byChance, isBeyondChance, verdict, unseen };
}

/** Between samples of one population the index is chi-square times its noise (Yurdakul and Naranjo 2020). */
const rare = 0.001;

/** What a chi-square number exceeds so rarely (Wilson and Hilferty 1931). */
function surprisingChiSquare(freedom: number): number {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part - normalQuantile(rare) * Math.sqrt(part)) ** 3;
}

/** Half a customer more in each group keeps the logarithm finite where a group is empty. */
function shares(customers: number[]): { of: number[]; all: number } {
  const all = customers.reduce((sum, count) => sum + count, 0);
  return { of: customers.map((count) => (count + 0.5) / (all + customers.length / 2)), all };
}

function judge(index: number): DriftVerdict {
  if (index < 0.1) return 'stable';
  return index < 0.25 ? 'moved' : 'drifted';
}
