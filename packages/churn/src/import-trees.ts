import { InvalidInputError } from '@clv/contracts';
import { fromXgboostJson, predictGbdt } from '@clv/gbdt';
import type { Schema, TableLike } from '@clv/table';
import { crossCalibrate } from './calibration/cross-calibrate.js';
import type { CrossFitted } from './cross-fit.js';
import { engines } from './engine/engines.js';
import { resolveOptions, type ChurnOptions } from './options.js';
import { rowsWhere, selectValues } from './rows/select-rows.js';
import { describeModel } from './training/describe-model.js';
import { probabilitiesOf } from './training/probabilities-of.js';
import { readCustomers } from './training/read-customers.js';

/**
 * A churn model of trees that XGBoost has grown elsewhere, from more customers than fit here. The customers of the table
 * calibrate and judge them, so the trees must not have seen these: held-out figures and probabilities rest on it. Of the model's
 * `params` the number of rounds alone is that of the trees; a document of XGBoost does not say the others.
 *
 * @param xgboost the parsed JSON of a model (`binary:logistic`) over the features that `encodeFeatures` makes of this table
 *   by this schema, in their order.
 * @throws ModelFormatError where it is no such model; InvalidInputError where its features are not the table's, and as
 *   `crossFitChurn`.
 */
export async function importTrees(
  xgboost: unknown,
  table: TableLike,
  schema: Schema,
  options: ChurnOptions = {},
): Promise<CrossFitted> {
  const resolved = resolveOptions(options, schema);
  const trees = fromXgboostJson(xgboost);
  const customers = readCustomers(table, schema, resolved);
  const { matrix, labels, foldOf } = customers;
  if (trees.columns !== matrix.columns) throw otherFeatures(trees.columns, matrix.columns);
  const known = rowsWhere(labels.length, (row) => labels[row] >= 0);
  const margins = await predictGbdt(trees, matrix, { output: 'margin', rows: known });
  const { calibration, probabilities } = crossCalibrate(
    resolved.calibration,
    Float64Array.from(margins),
    selectValues(labels, known),
    Int8Array.from(selectValues(foldOf, known)),
  );
  const params = { ...engines.gbdt.defaults(known.length), rounds: trees.trees.length };
  const model = await describeModel({
    table,
    schema,
    customers,
    learned: { engine: 'gbdt', params, trees, warnings: [imported] },
    calibration,
    known,
    probabilities,
    options: resolved,
  });
  return { model, probabilities: await probabilitiesOf(model, matrix, known, probabilities) };
}

/** By this it is known again that the model's params are not what its trees were grown by. */
export const imported =
  'XGBoost grew the trees from other customers; the customers of this table calibrated and judged them.';

const otherFeatures = (theirs: number, ours: number) =>
  new InvalidInputError([
    {
      rule: 'other-features',
      message: `the trees have ${theirs} features, this table ${ours}: grow them from the features that encodeFeatures makes of it`,
      path: 'xgboost',
    },
  ]);
