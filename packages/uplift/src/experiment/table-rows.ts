import { columnNames, readColumn, type PlainColumns, type TableLike } from '@clv/table';

type TypedNumbers = Float64Array | Int32Array | Uint8Array;

/** Some rows of a table; typed arrays stay such, which tells what their cells can be. */
export function tableRows(
  table: TableLike,
  rows: Int32Array,
  columns: readonly string[] = columnNames(table),
): PlainColumns {
  return Object.fromEntries(columns.map((name) => [name, cellsAt(readColumn(table, name), rows)]));
}

function cellsAt(cells: ArrayLike<unknown>, rows: Int32Array): ArrayLike<unknown> {
  if (!ArrayBuffer.isView(cells)) return Array.from(rows, (row) => cells[row]);
  const all = cells as unknown as TypedNumbers;
  const some = new (all.constructor as new (length: number) => TypedNumbers)(rows.length);
  rows.forEach((row, i) => (some[i] = all[row]));
  return some;
}
