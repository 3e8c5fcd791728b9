import { columnNames, readColumn, type TableLike } from '../table-like.js';
import { checkNames } from './check-names.js';
import { isColumn } from './check-shape.js';

/** The columns that have a name of their own and hold cells: the others are faults already, and may not be readable. */
export function readableColumns(table: TableLike): string[] {
  const names = columnNames(table);
  const faulty = new Set(checkNames(table, names).map(({ column }) => column));
  return names.filter((name) => !faulty.has(name) && isColumn(readColumn(table, name)));
}
