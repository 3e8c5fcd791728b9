import type { Choices } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import { takeMatrixRows } from '../../block/take-rows.js';
import type { OutgoingBatch } from '../../stream/map-stream.js';
import { textsData } from '../../stream/write-batches.js';
import { columnOf } from './column-of.js';
import { idReader } from './id-reader.js';
import { numbersEach, readNumbersEach } from './numbers-each.js';

/** What offers gain and cost of some customers, with the ids of those. */
export interface KnownChoices {
  ids: string[];
  choices: Choices;
}

export const choicesColumns = ['id', 'gain', 'cost'];

/** Some of the customers, in the columns in which a budget is settled. */
export function toChoicesBatch(
  ids: string[],
  { offers, gain, cost }: Choices,
  rows: Int32Array,
): OutgoingBatch {
  const each = (matrix: Float64Array) => numbersEach(takeMatrixRows(matrix, offers, rows), offers);
  return {
    rows: rows.length,
    columns: [
      { name: 'id', data: textsData(ids) },
      { name: 'gain', data: each(gain) },
      { name: 'cost', data: each(cost) },
    ],
  };
}

/** Reads them again. */
export function readChoicesBatch(batch: RecordBatch, offers: number): KnownChoices {
  const { numRows } = batch;
  const matrix = (name: string) => readNumbersEach(columnOf(batch, name), numRows, offers);
  return {
    ids: Array.from({ length: numRows }, (_, row) => row).map(idReader(batch, 'id')),
    choices: { customers: numRows, offers, gain: matrix('gain'), cost: matrix('cost') },
  };
}
