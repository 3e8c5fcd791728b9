import { type RecordBatch, Vector } from 'apache-arrow';

import { columnOf } from './column-of.js';

/** A reader of each customer's id as text, however it is stored: whole numbers of 64 bits keep every digit. */
export function idReader(batch: RecordBatch, id: string): (row: number) => string {
  const vector = new Vector([columnOf(batch, id)]);
  return (row) => String(vector.get(row));
}
