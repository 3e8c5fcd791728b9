import { predictGbdt } from '@clv/gbdt';
import type { Schema, TableLike } from '@clv/table';
import { applyCalibration } from './calibration/apply-calibration.js';
import { crossCalibrate } from './calibration/cross-calibrate.js';
import type { CrossFitted } from './cross-fit.js';
import { resolveOptions, type ChurnOptions } from './options.js';
import { rowsInFold, rowsInOtherFolds, selectValues } from './rows/select-rows.js';
import { describeModel } from './training/describe-model.js';
import { learner } from './training/learn.js';
import { readCustomers } from './training/read-customers.js';

/** A fifth is held out. */
const folds = 5;

/**
 * Learns who leaves by one fit on four fifths of the customers, a fifth of the work of `crossFitChurn`. The report is of the
 * fifth that was held out. The probabilities of the other four are from trees that have seen what those customers did:
 * they are surer than they ought to be, and a warning says so.
 *
 * @throws InvalidInputError with every fault of the options, the label or the features.
 */
export async function fitOnceChurn(
  table: TableLike,
  schema: Schema,
  options: Omit<ChurnOptions, 'folds'> = {},
): Promise<CrossFitted> {
  const resolved = { ...resolveOptions(options, schema), folds };
  const customers = readCustomers(table, schema, resolved);
  const { matrix, labels, foldOf } = customers;
  const last = folds - 1;
  const learn = await learner({ matrix, labels: Float32Array.from(labels) }, resolved, 1);
  const learned = await learn(rowsInOtherFolds(foldOf, last));
  const judged = rowsInFold(foldOf, last);
  const margins = await predictGbdt(learned.trees, matrix, { output: 'margin' });
  const heldOut = crossCalibrate(
    resolved.calibration,
    selectValues(margins, judged),
    selectValues(labels, judged),
    new Int8Array(judged.length).map((_, i) => i % folds),
  );
  const described = describeModel({
    table,
    schema,
    customers,
    learned: { ...learned, warnings: [...learned.warnings, seen] },
    calibration: heldOut.calibration,
    known: judged,
    probabilities: heldOut.probabilities,
    options: { ...resolved, folds: 1 },
  });
  // Meanwhile they may be judged elsewhere.
  const probabilities = applyCalibration(heldOut.calibration, margins);
  judged.forEach((row, i) => (probabilities[row] = heldOut.probabilities[i]));
  return { model: await described, probabilities };
}

const seen =
  'One fit on four fifths of the customers, without cross-fitting: the model has seen who left among those four fifths, so it is too sure of them. The held-out figures are of the other fifth.';
