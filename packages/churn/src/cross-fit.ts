import type { Schema, TableLike } from '@clv/table';
import { crossCalibrate } from './calibration/cross-calibrate.js';
import type { ChurnModel } from './churn-model.js';
import { resolveOptions, type ChurnOptions } from './options.js';
import { rowsWhere, selectValues } from './rows/select-rows.js';
import { describeModel } from './training/describe-model.js';
import { heldOutMargins } from './training/held-out-margins.js';
import { learner } from './training/learn.js';
import { probabilitiesOf } from './training/probabilities-of.js';
import { readCustomers } from './training/read-customers.js';

/** What `crossFitChurn` gives: the model for new customers, and honest probabilities for those it was fitted on. */
export interface CrossFitted {
  model: ChurnModel;
  /**
   * The chance of leaving, one a row. Where the outcome is known, it comes from trees and a calibration that did not see
   * that customer; where the label is blank, from the model.
   */
  probabilities: Float64Array;
}

/**
 * Learns who leaves, and gives every customer a probability that was not learned from that customer.
 *
 * @param table a table whose label is known (1/0, yes/no) in at least 50 rows of either kind, and blank elsewhere.
 * @throws InvalidInputError with every fault of the options, the label or the features.
 */
export async function crossFitChurn(
  table: TableLike,
  schema: Schema,
  options: ChurnOptions = {},
): Promise<CrossFitted> {
  const resolved = resolveOptions(options, schema);
  const customers = readCustomers(table, schema, resolved);
  const { matrix, labels, foldOf } = customers;

  const learn = await learner({ matrix, labels: Float32Array.from(labels) }, resolved, resolved.folds + 1);
  const margins = await heldOutMargins(matrix, foldOf, resolved.folds, learn);
  const known = rowsWhere(labels.length, (row) => labels[row] >= 0);
  const learned = await learn(known);

  const outcomes = selectValues(labels, known);
  const knownFolds = Int8Array.from(selectValues(foldOf, known));
  const heldOut = crossCalibrate(resolved.calibration, selectValues(margins, known), outcomes, knownFolds);
  const described = describeModel({
    table,
    schema,
    customers,
    learned,
    calibration: heldOut.calibration,
    known,
    probabilities: heldOut.probabilities,
    options: resolved,
  });
  // Meanwhile they may be judged elsewhere.
  const found = { trees: learned.trees, calibration: heldOut.calibration };
  const [model, probabilities] = await Promise.all([
    described,
    probabilitiesOf(found, matrix, known, heldOut.probabilities),
  ]);
  return { model, probabilities };
}
