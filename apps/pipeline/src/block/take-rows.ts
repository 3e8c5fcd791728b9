import type { Columns } from './block.js';
import { textsAsArray, textsBehind } from './texts/texts-as-array.js';

type Cells = ArrayLike<unknown>;
type TypedNumbers = Float64Array | Int32Array | Int8Array | Uint8Array;

/** The given rows of a table. */
export const takeTableRows = (columns: Columns, rows: Int32Array): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, takeRows(cells, rows)]));

/** The rows of a row-major matrix of so many columns at the given rows. */
export function takeMatrixRows(matrix: Float64Array, columns: number, rows: Int32Array): Float64Array {
  if (rows.length * columns === matrix.length) return matrix;
  const taken = new Float64Array(rows.length * columns);
  for (let i = 0, to = 0; i < rows.length; i++)
    for (let from = rows[i] * columns, end = from + columns; from < end;) taken[to++] = matrix[from++];
  return taken;
}

/** The entries of a column at the given rows, of the same type; the column itself where that is all of them. */
export function takeRows<T extends Cells>(column: T, rows: Int32Array): T {
  if (rows.length === column.length) return column;
  const texts = textsBehind(column);
  if (texts !== undefined) return textsAsArray(texts.take(rows)) as unknown as T;
  if (!ArrayBuffer.isView(column)) return Array.from(rows, (row) => column[row]) as unknown as T;
  const typed = column as unknown as TypedNumbers;
  const taken = new (typed.constructor as new (length: number) => TypedNumbers)(rows.length);
  rows.forEach((row, i) => (taken[i] = typed[row]));
  return taken as unknown as T;
}
