import { InvalidInputError } from '@clv/contracts';
import { predictGbdt } from '@clv/gbdt';
import { encodeFeatures, readLabels, type Schema, type TableLike } from '@clv/table';
import { applyCalibration } from './calibration/apply-calibration.js';
import { crossCalibrate } from './calibration/cross-calibrate.js';
import { checkFeatures } from './checks/check-features.js';
import { checkClasses } from './checks/check-classes.js';
import { findLeakage } from './checks/leakage.js';
import type { ChurnModel } from './churn-model.js';
import { evaluateChurn } from './evaluate.js';
import { fingerprintOf } from './fingerprint.js';
import { resolveOptions, type ChurnOptions } from './options.js';
import { rowsWhere, selectValues, selectRows } from './rows.js';
import { heldOutMargins } from './training/held-out-margins.js';
import { learner } from './training/learn.js';
import { stratifiedFolds } from './training/stratified-folds.js';
import { timeOrderedFolds } from './training/time-ordered-folds.js';
import { version } from './version.js';

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
  const resolved = resolveOptions(options);
  const { folds, seed, strict, timeColumn } = resolved;
  const labels = readLabels(table, schema);
  checkClasses(labels, schema.roles.label!);
  const { matrix, encoding } = encodeFeatures(table, schema);
  checkFeatures(matrix, encoding);
  const leaks = findLeakage(table, matrix, encoding, labels, seed);
  if (strict && leaks.length > 0) throw new InvalidInputError(leaks);
  const foldOf = timeColumn
    ? timeOrderedFolds(table, schema, timeColumn, labels, folds)
    : stratifiedFolds(labels, folds, seed);

  const learn = learner({ matrix, labels: Float32Array.from(labels) }, resolved);
  const margins = await heldOutMargins(matrix, foldOf, folds, learn);
  const known = rowsWhere(labels.length, (row) => labels[row] >= 0);
  const learned = await learn(known);

  const outcomes = selectValues(labels, known);
  const knownFolds = Int8Array.from(selectValues(foldOf, known));
  const heldOut = crossCalibrate(resolved.calibration, selectValues(margins, known), outcomes, knownFolds);
  const model: ChurnModel = {
    format: 'clv-churn',
    version: 1,
    ...learned,
    folds,
    seed,
    encoding,
    calibration: heldOut.calibration,
    report: evaluateChurn(outcomes, heldOut.probabilities),
    warnings: [...leaks.map(({ message }) => message), ...learned.warnings],
    fingerprint: await fingerprintOf(matrix, labels),
    madeBy: `@clv/churn ${version}`,
  };
  if (timeColumn) {
    const latest = rowsWhere(known.length, (i) => knownFolds[i] === folds - 1);
    model.latest = evaluateChurn(selectValues(outcomes, latest), selectValues(heldOut.probabilities, latest));
  }
  const probabilities = new Float64Array(labels.length);
  known.forEach((row, i) => (probabilities[row] = heldOut.probabilities[i]));
  const current = rowsWhere(labels.length, (row) => labels[row] < 0);
  const scored = await predictGbdt(model.trees, selectRows(matrix, current), { output: 'margin' });
  applyCalibration(model.calibration, scored).forEach((p, i) => (probabilities[current[i]] = p));
  return { model, probabilities };
}
