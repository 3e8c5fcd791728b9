import { cellText } from '../cells/cell-text.js';
import { readColumn, type TableLike } from '../table-like.js';

/**
 * A column as text without white space at its ends; a blank cell is '', a date its ISO form.
 *
 * @throws UnknownColumnError where the table has no such column.
 */
export function readText(table: TableLike, column: string): string[] {
  return Array.from(readColumn(table, column), cellText);
}
