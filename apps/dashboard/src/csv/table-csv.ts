import type { CustomerTable } from '../table/customer-table.js';
import { csvCell } from './csv-cell.js';

/**
 * Rows of a table as CSV, every column, in the order given; text in pieces, so that a large file is never one string.
 *
 * @param separator a comma, or the tab by which a spreadsheet parts what is pasted.
 */
export function* tableCsv(
  table: CustomerTable,
  rows: Iterable<number>,
  separator: ',' | '\t' = ',',
): Generator<string> {
  const names = table.columnNames();
  yield `${names.map(csvCell).join(separator)}\r\n`;
  const columns = names.map((name) => table.column(name)!);
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(columns.map((column) => csvCell(column.at(row))).join(separator));
    if (lines.length === 1000) {
      yield `${lines.join('\r\n')}\r\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
}
