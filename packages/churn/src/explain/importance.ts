import type { TableLike } from '@clv/table';
import type { ChurnModel } from '../churn-model.js';
import { encodeForModel } from '../columns/encode-for-model.js';
import { columnContributions } from './column-contributions.js';

/** How much one column moves the probabilities of a table. */
export interface ColumnImportance {
  column: string;
  /** By how many percentage points it moves a customer's probability, up or down, on average. */
  points: number;
}

/**
 * How much each column matters for a table's predictions, the strongest first: the mean of the absolute contributions that
 * `explainChurn` gives.
 *
 * @throws UnknownColumnError where the table lacks a column of the model.
 */
export async function churnImportance(model: ChurnModel, table: TableLike): Promise<ColumnImportance[]> {
  const { matrix } = encodeForModel(model, table);
  const { columns, values } = await columnContributions(model, matrix);
  return columns
    .map(({ name }, column) => {
      let sum = 0;
      for (let i = column; i < values.length; i += columns.length) sum += Math.abs(values[i]);
      return { column: name, points: (100 * sum) / Math.max(1, matrix.rows) };
    })
    .sort((a, b) => b.points - a.points);
}
