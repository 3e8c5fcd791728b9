import { RecordBatchStreamWriter, type Table, tableFromArrays } from 'apache-arrow';

/** The customers of `customerRows` as Arrow: text as text, numbers as numbers. */
export const arrowTable = (rows: Record<string, string>[]): Table =>
  tableFromArrays({
    customer: rows.map(({ customer }) => customer),
    contract: rows.map(({ contract }) => contract),
    months: Int32Array.from(rows, ({ months }) => Number(months)),
    charge: Float64Array.from(rows, ({ charge }) => Number(charge)),
    calls: Float64Array.from(rows, ({ calls }) => Number(calls)),
  });

/** A stream of a table, cut into batches at the given rows. */
export function streamOf(table: Table, ...cuts: number[]): Uint8Array {
  const ends = [...cuts, table.numRows];
  const batches = ends.flatMap((end, i) => table.slice(ends[i - 1] ?? 0, end).batches);
  return RecordBatchStreamWriter.writeAll(batches).toUint8Array(true);
}
