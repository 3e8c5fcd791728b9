import { type ColumnKind } from '../../duckdb/block-table.js';
import { quotedName, quotedText } from '../../duckdb/sql-text.js';
import { formulaStarts, plainNumber, withoutFormula } from '../csv/formulas.js';

/** The columns as a CSV shows them: no text that a spreadsheet would run, and 51 for the number 51.0. */
export function csvSelect(source: string, kinds: ReadonlyMap<string, ColumnKind>): string {
  const columns = [...kinds].map(
    ([name, kind]) => `${cells[kind](quotedName(name))} AS ${quotedName(withoutFormula(name))}`,
  );
  return `SELECT ${columns.join(', ')} FROM ${source}`;
}

const whenWhole = (column: string) =>
  `WHEN ${column} = trunc(${column}) AND abs(${column}) < 1e15 THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR)`;

const cells: Readonly<Record<ColumnKind, (column: string) => string>> = {
  // A look at the first character is quick, and hardly any text goes on to the pattern. Of IN, DuckDB makes a join, which
  // does not keep the rows in order.
  text: (column) =>
    `CASE WHEN list_contains([${formulaStarts.join(', ')}], unicode(${column})) AND NOT regexp_full_match(${column}, ${quotedText(plainNumber)}) ` +
    `THEN '''' || ${column} ELSE ${column} END`,
  // JSON has the same digits as VARCHAR, of a float64 only, and takes a third of the time; it has no infinity. Of a decimal,
  // zeros at the end say nothing.
  double: (column) =>
    `CASE ${whenWhole(column)} WHEN typeof(${column}) LIKE 'DECIMAL%' THEN rtrim(rtrim(CAST(${column} AS VARCHAR), '0'), '.') ` +
    `WHEN isfinite(${column}) THEN CAST(to_json(${column}) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`,
  single: (column) =>
    `CASE ${whenWhole(column)} WHEN isfinite(${column}) THEN CAST(to_json(CAST(CAST(${column} AS VARCHAR) AS DOUBLE)) AS VARCHAR) ` +
    `ELSE CAST(${column} AS VARCHAR) END`,
  integer: (column) => column,
  coded: (column) => cells.text(`CAST(${column} AS VARCHAR)`),
};
