import { type RecordBatch, Vector } from 'apache-arrow';

import { everyRow } from '../../block/every-row.js';
import type { HeldOut } from '../../engine/policy/appraise.js';
import type { PrescribedCustomers } from '../../engine/policy/prescribed-customers.js';
import { BatchWriter, textsData } from '../../stream/write-batches.js';
import { numbersEach } from './numbers-each.js';

/**
 * What a run's cross-fitted models say of its customers, as an Arrow stream: `__clv_id`, and `__clv_held_out`, a list of
 * numbers each: the chance of leaving, then of each offer the effect, then of each the error, where effects were learned.
 */
export function heldOutBytes({ id, inputs }: Pick<PrescribedCustomers, 'id' | 'inputs'>): Uint8Array {
  const { pChurn, effect = new Float64Array(), effectError = effect } = inputs;
  const rows = pChurn.length;
  const offers = effect.length / Math.max(rows, 1);
  const width = 1 + 2 * offers;
  const lists = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    lists[row * width] = pChurn[row];
    const [from, to] = [row * offers, (row + 1) * offers];
    lists.set(effect.subarray(from, to), row * width + 1);
    lists.set(effectError.subarray(from, to), row * width + 1 + offers);
  }
  const writer = new BatchWriter();
  const columns = [
    { name: '__clv_id', data: textsData(Array.from(id.cells, String)) },
    { name: heldOutColumn, data: numbersEach(lists, width) },
  ];
  return Buffer.concat([writer.bytes(columns, rows), writer.end()]);
}

const heldOutColumn = '__clv_held_out';

/** Reads it of those of a batch whom it is known of: it is null for all whom the models have not seen. */
export function heldOutIn({ schema, data, numRows }: RecordBatch): HeldOut | undefined {
  const place = schema.fields.findIndex(({ name }) => name === heldOutColumn);
  if (place < 0) return undefined;
  const column = new Vector([data.children[place]]);
  const rows = everyRow(numRows).filter((row) => column.isValid(row));
  const lists = Array.from(rows, (row) => Float64Array.from(column.get(row) as Iterable<number>));
  const pChurn = Float64Array.from(lists, ([chance]) => chance);
  const offers = lists.length === 0 ? 0 : (lists[0].length - 1) / 2;
  if (offers === 0) return { rows, pChurn };
  const matrix = (from: number) => {
    const all = new Float64Array(lists.length * offers);
    lists.forEach((list, i) => all.set(list.subarray(from, from + offers), i * offers));
    return all;
  };
  return { rows, pChurn, effect: matrix(1), effectError: matrix(1 + offers) };
}
