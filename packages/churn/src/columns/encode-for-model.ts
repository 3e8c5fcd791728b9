import { InvalidInputError, type Fault } from '@clv/contracts';
import { applyEncoding, type EncodedTable, type TableLike } from '@clv/table';
import type { ChurnModel } from '../churn-model.js';
import { assertChurnModel } from './assert-churn-model.js';
import { encodedColumns } from './encoded-columns.js';

const levelled: ReadonlySet<string> = new Set(['one-hot', 'ordinal']);

/** Fewer customers than this may all have a level that is new, such as a plan that was not sold before. */
const tooManyToBeNew = 20;

/**
 * A table's features as the model knows them.
 *
 * @param spent features that are no longer needed: their memory is reused.
 * @throws UnknownColumnError where the table lacks a column of the model; InvalidInputError with every column of which no cell
 *   is of the kind that the model was fitted on, or of 20 or more none a level that it knows.
 */
export function encodeForModel(model: ChurnModel, table: TableLike, spent?: Float32Array): EncodedTable {
  assertChurnModel(model);
  const { encoding } = model;
  const encoded = applyEncoding(encoding, table, spent);
  const { data, columns, rows } = encoded.matrix;
  const faults = encodedColumns(encoding).flatMap(({ name, encoding: { kind }, start }): Fault[] => {
    if (!Object.hasOwn(encoded.unseen, name)) return [];
    if (levelled.has(kind) && encoded.unseen[name] < tooManyToBeNew) return [];
    for (let row = 0; row < rows; row++) if (!Number.isNaN(data[row * columns + start])) return [];
    const message = `${name}: no cell is of the kind that the model was fitted on (${kind}); give the column as it was, or fit the model again`;
    return [{ rule: 'other-type', message, column: name }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return encoded;
}
