import { type RecordBatch, Vector } from 'apache-arrow';

/** A reader of each customer's id as text, however it is stored: whole numbers of 64 bits keep every digit. */
export function idReader({ schema, data }: RecordBatch, id: string): (row: number) => string {
  const vector = new Vector([data.children[schema.fields.findIndex(({ name }) => name === id)]]);
  return (row) => String(vector.get(row));
}
