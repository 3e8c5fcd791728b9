import { stringify } from 'csv-stringify/sync';

import type { ResultTable } from './result-table.js';

/** Cells that a spreadsheet would run as a formula start so; the last four are the full-width forms. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that is a number and nothing else, which is safe however it starts. */
const plainNumber = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?$/;

/** A cell as text; what a spreadsheet would take for a formula gets a leading apostrophe. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  if (value instanceof Date) return value.toISOString();
  const text = String(value);
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** A table as CSV (RFC 4180, LF), safe to open in a spreadsheet. */
export function csvText(table: ResultTable): string {
  const columns = [...table.values()];
  const rows = columns[0]?.length ?? 0;
  const lines = [[...table.keys()].map(csvCell)];
  for (let row = 0; row < rows; row++) lines.push(columns.map((cells) => csvCell(cells[row])));
  return stringify(lines);
}
