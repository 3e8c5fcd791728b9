import type { RecordBatch } from 'apache-arrow';

/** The data of a batch's column of that name. */
export const columnOf = ({ schema, data }: RecordBatch, name: string) =>
  data.children[schema.fields.findIndex((field) => field.name === name)];
