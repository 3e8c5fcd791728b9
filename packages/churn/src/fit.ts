import type { Schema, TableLike } from '@clv/table';
import type { ChurnModel } from './churn-model.js';
import { crossFitChurn } from './cross-fit.js';
import type { ChurnOptions } from './options.js';

/**
 * Learns who leaves. `model.report` holds held-out figures; for held-out probabilities of the same customers, use
 * `crossFitChurn`.
 *
 * @throws InvalidInputError with every fault of the options, the label and the features.
 */
export async function fitChurn(
  table: TableLike,
  schema: Schema,
  options: ChurnOptions = {},
): Promise<ChurnModel> {
  return (await crossFitChurn(table, schema, options)).model;
}
