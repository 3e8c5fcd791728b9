import type { FeatureMatrix } from '@clv/contracts';
import { predictGbdt } from '@clv/gbdt';
import { encodeFeatures, readLabels, type Schema, type TableLike } from '@clv/table';
import { applyCalibration } from './calibration/apply-calibration.js';
import { crossCalibrate } from './calibration/cross-calibrate.js';
import { checkClasses } from './check-classes.js';
import type { ChurnModel } from './churn-model.js';
import { engines } from './engine/engines.js';
import type { TrainedTrees } from './engine/tree-engine.js';
import { evaluateChurn } from './evaluate.js';
import { stratifiedFolds } from './folds.js';
import { heldOutMargins } from './held-out-margins.js';
import { resolveOptions, type ChurnOptions, type ResolvedOptions } from './options.js';
import { rowsWhere, selectLabels, selectRows } from './rows.js';

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
 * @throws InvalidInputError with every fault of the options, the label and the features.
 */
export async function crossFitChurn(
  table: TableLike,
  schema: Schema,
  options: ChurnOptions = {},
): Promise<CrossFitted> {
  const resolved = resolveOptions(options);
  const labels = readLabels(table, schema);
  checkClasses(labels, schema.roles.label!);
  const { matrix, encoding } = encodeFeatures(table, schema);
  const foldOf = stratifiedFolds(labels, resolved.folds, resolved.seed);
  const known = rowsWhere(labels.length, (row) => foldOf[row] >= 0);

  const learn = learner(matrix, labels, resolved);
  const margins = await heldOutMargins(
    matrix,
    foldOf,
    resolved.folds,
    async (rows) => (await learn(rows)).trees,
  );
  const final = await learn(known);

  const outcomes = selectLabels(labels, known);
  const heldOut = crossCalibrate(
    resolved.calibration,
    Float64Array.from(known, (row) => margins[row]),
    outcomes,
    Int8Array.from(known, (row) => foldOf[row]),
  );
  const model: ChurnModel = {
    format: 'clv-churn',
    version: 1,
    engine: resolved.engine,
    params: resolved.params,
    folds: resolved.folds,
    seed: resolved.seed,
    encoding,
    trees: final.trees,
    calibration: heldOut.calibration,
    report: evaluateChurn(outcomes, heldOut.probabilities),
    warnings: final.warnings,
  };
  const probabilities = new Float64Array(labels.length);
  known.forEach((row, i) => (probabilities[row] = heldOut.probabilities[i]));
  await scoreCurrent(model, matrix, foldOf, probabilities);
  return { model, probabilities };
}

/** Grows trees from some rows of a table, and tells of each step. */
function learner(
  matrix: FeatureMatrix,
  labels: Int8Array,
  { engine, params, seed, folds, signal, onProgress }: ResolvedOptions,
): (rows: Uint32Array) => Promise<TrainedTrees> {
  let done = 0;
  return async (rows) => {
    signal?.throwIfAborted();
    const chosen = selectRows(matrix, rows);
    const trained = await engines[engine](chosen, selectLabels(labels, rows), params, seed, { signal });
    onProgress?.(++done, folds + 1);
    return trained;
  };
}

/** Fills in the customers whose outcome is not known yet. */
async function scoreCurrent(
  { trees, calibration }: ChurnModel,
  matrix: FeatureMatrix,
  foldOf: Int8Array,
  probabilities: Float64Array,
): Promise<void> {
  const current = rowsWhere(foldOf.length, (row) => foldOf[row] < 0);
  if (current.length === 0) return;
  const margins = await predictGbdt(trees, selectRows(matrix, current), { output: 'margin' });
  applyCalibration(calibration, margins).forEach((p, i) => (probabilities[current[i]] = p));
}
