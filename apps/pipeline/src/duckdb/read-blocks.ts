import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';

import type { PlainBlock } from '../block/block.js';
import { runsWithout } from '../block/left-out-rows.js';
import { plainCell } from '../block/cells/plain-cell.js';
import {
  type ColumnBuilder,
  DoubleColumn,
  FewTexts,
  OtherColumn,
  TextColumn,
  WrittenNumbers,
} from './vector-columns.js';
import { duckDbApi, duckDbBindings } from './load.js';
import { quotedText } from './sql-text.js';

/** Blocks have this many rows, except the last: enough to be worth their start, little enough for the memory. */
const usualRows = 65_536;

const none = new Int32Array();

/** How numbers are written in a column of text. */
export type WrittenNumber = 'written-number' | 'faithful-number' | 'comma-number';

/** A column to read, and how. */
export interface ReadColumn {
  name: string;
  /** What stands for it in SQL. */
  sql: string;
  /**
   * `number` becomes float64; `written-number` is text of which most are numbers, `faithful-number` such of which only
   * those are read as numbers that are written again the same, and `comma-number` such whose decimals follow a comma;
   * `fewTexts` is text of which most are these; `as-is` follows its SQL type.
   */
  read: 'number' | WrittenNumber | 'as-is' | { fewTexts: readonly string[] };
}

/**
 * Reads columns block by block, in the order of the rows, as fast as they are asked for.
 *
 * @param blockRows how many rows each block has, except the last (default 65,536).
 * @param leftOut rows that are passed over, counted from 0, ascending (default: none).
 */
export async function* readBlocks(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly ReadColumn[],
  blockRows = usualRows,
  leftOut: Int32Array = none,
): AsyncGenerator<PlainBlock> {
  const result = await connection.stream(selection(columns, relation));
  const builders = await buildersFor(result, columns, blockRows);
  const finished = (rows: number): PlainBlock => ({
    rows,
    columns: Object.fromEntries(columns.map(({ name }, i) => [name, builders[i].finish(rows)])),
  });
  const runs = runsWithout(leftOut);
  let filled = 0;
  let first = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const [from, to] of runs(first, chunk.rowCount))
      for (let row = from; row < to;) {
        const count = Math.min(to - row, blockRows - filled);
        for (const builder of builders) builder.take(chunk, row, count, filled);
        row += count;
        filled += count;
        if (filled < blockRows) continue;
        yield finished(filled);
        filled = 0;
      }
    first += chunk.rowCount;
  }
  if (filled > 0) yield finished(filled);
}

/**
 * Reads a number's text once for the number and for what is left of the text. That two expressions are one, DuckDB would find
 * out in a time that grows with the square of the columns.
 */
function selection(columns: readonly ReadColumn[], relation: string): string {
  const values = columns.map(({ sql, read }, i) => `${valueOf(sql, read)} AS v${i}, ${sql} AS t${i}`);
  const selected = columns.map(({ read }, i) =>
    isOne(read) ? `v${i}` : `v${i}, CASE WHEN v${i} IS NULL THEN t${i} END`,
  );
  return `SELECT ${selected.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${relation})`;
}

const isOne = (read: ReadColumn['read']) => read === 'as-is' || read === 'number';

function valueOf(sql: string, read: ReadColumn['read']): string {
  if (read === 'as-is') return sql;
  if (read === 'number') return `CAST(${sql} AS DOUBLE)`;
  if (typeof read === 'string') return writtenNumber[read](sql);
  const levels = read.fewTexts.map(quotedText).join(', ');
  return `CAST(enum_code(TRY_CAST(${sql} AS ENUM(${levels}))) AS DOUBLE)`;
}

/**
 * The number that a text is, where DuckDB reads it as `@clv/table` does; else null. What DuckDB alone takes for a number
 * (inf, nan, 1_000) is left to be read there, and so is what may be a code (06834).
 */
const plainNumber = (sql: string) =>
  `CASE WHEN isfinite(TRY_CAST(${sql} AS DOUBLE)) AND NOT contains(${sql}, '_') AND NOT ${mayBeCode(sql)} THEN TRY_CAST(${sql} AS DOUBLE) END`;

/** Sooner told than by a pattern: a zero and a digit are at the start, or white space before whatever it is. */
const mayBeCode = (sql: string) => `(${sql} < '0:' AND (${sql} >= '00' OR ${sql} < '!'))`;

/** A number as it would be written again: no sign of plus, no zeros that say nothing, no more digits than a double keeps. */
const faithful =
  '0|-?[1-9][0-9]{0,14}|-?[1-9][0-9]{0,8}\\.[0-9]{0,5}[1-9]|-?0\\.0{0,3}[1-9]([0-9]{0,9}[1-9])?';

/** The number that a text is, where it is written again as that very text; else null. */
const faithfulNumber = (sql: string) =>
  `CASE WHEN regexp_full_match(${sql}, '${faithful}') THEN CAST(${sql} AS DOUBLE) END`;

/** A whole number as it would be written again, or one that a comma or several points between thousands tell from any other. */
const [faithfulWhole, withComma] = [
  '0|-?[1-9][0-9]{0,14}',
  '\\s*[+-]?([0-9]+,[0-9]*|,[0-9]+|[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(\\.[0-9]{3}){2,})(e[+-]?[0-9]+)?\\s*',
];

/** The number that a text is by a decimal comma; null where it is none, or a point leaves no doubt less. */
const commaNumber = (sql: string) =>
  `CASE WHEN regexp_full_match(${sql}, '${faithfulWhole}') THEN CAST(${sql} AS DOUBLE) ` +
  `WHEN regexp_full_match(${sql}, '${withComma}', 'i') THEN TRY_CAST(replace(replace(trim(${sql}), '.', ''), ',', '.') AS DOUBLE) END`;

/** What reads text as numbers in SQL, where it is one; else null. */
export const writtenNumber: Readonly<Record<WrittenNumber, (sql: string) => string>> = {
  'written-number': plainNumber,
  'faithful-number': faithfulNumber,
  'comma-number': commaNumber,
};

async function buildersFor(
  result: DuckDBResult,
  columns: readonly ReadColumn[],
  blockRows: number,
): Promise<ColumnBuilder[]> {
  const { DuckDBTypeId, JSDuckDBValueConverter } = duckDbApi();
  const duckdb = duckDbBindings();
  const toValues = (chunk: DuckDBDataChunk, column: number) =>
    chunk.convertColumnValues(column, JSDuckDBValueConverter).map(plainCell);
  let next = 0;
  return columns.map(({ read }) => {
    const column = next;
    next += isOne(read) ? 1 : 2;
    if (typeof read === 'object') return new FewTexts(duckdb, column, blockRows, read.fewTexts);
    if (read !== 'as-is' && read !== 'number') return new WrittenNumbers(duckdb, column, blockRows);
    const type = result.columnTypeId(column);
    if (type === DuckDBTypeId.DOUBLE) return new DoubleColumn(duckdb, column, blockRows);
    if (type === DuckDBTypeId.VARCHAR) return new TextColumn(duckdb, column);
    return new OtherColumn(column, toValues);
  });
}
