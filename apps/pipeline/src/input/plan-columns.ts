import { UnknownColumnError } from '@clv/contracts';

import { type ReadColumn, type WrittenNumber, writtenNumber } from '../duckdb/read-blocks.js';
import type { SourceColumn, TableSource } from './table-source.js';

/** So many rows tell whether a column of text is numbers. */
const looked = 20_000;

const numbers =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|FLOAT|DOUBLE|DECIMAL.*)$/;

/**
 * How to read columns of a source, those of text by what its first rows hold. Reading a column of numbers as numbers is
 * for speed and memory alone: what is no number comes through as text.
 *
 * @param decimal the decimal mark of numbers that are written as text.
 * @param labels columns whose cells are names, of which 007 is another than 7 and every digit counts (default: none).
 * @throws UnknownColumnError for the first that the source does not have.
 */
export async function planColumns(
  source: TableSource,
  names: readonly string[],
  decimal: '.' | ',',
  labels: readonly (string | undefined)[] = [],
): Promise<ReadColumn[]> {
  const columns = names.map((name) => columnOf(source, name));
  const plan = await planned(source, columns, decimal === '.' ? 'written-number' : 'comma-number');
  return plan.map((column) =>
    labels.includes(column.name) && isWritten(column.read) ? { ...column, read: 'faithful-number' } : column,
  );
}

const isWritten = (read: ReadColumn['read']) => read === 'written-number' || read === 'comma-number';

/**
 * How to read columns of a source so that they can be written again as they came: a number only where it says all. Numbers
 * with a decimal comma are read as numbers all the same, and written again with a point.
 *
 * @param id a column that is read as it is.
 */
export async function planFaithfully(
  source: TableSource,
  decimal: '.' | ',' = '.',
  id?: string,
): Promise<ReadColumn[]> {
  const plan = await planned(source, source.columns, decimal === '.' ? 'faithful-number' : 'comma-number');
  return plan.map((column) => (column.name === id ? { ...column, read: 'as-is' } : column));
}

async function planned(
  source: TableSource,
  columns: readonly SourceColumn[],
  written: WrittenNumber,
): Promise<ReadColumn[]> {
  const types = await sqlTypes(source, columns);
  const exact = await exactly(source, columns, types);
  const texts = columns.filter((_, i) => types[i] === 'VARCHAR');
  const looks = await lookAt(source, texts, writtenNumber[written]);
  return columns.map((column, i): ReadColumn => {
    if (exact[i].sql !== column.sql) return { ...exact[i], read: 'as-is' };
    if (numbers.test(types[i])) return { ...column, read: 'number' };
    const { isNumbers = false, levels = [] } = looks.get(column.name) ?? {};
    if (isNumbers) return { ...column, read: written };
    return { ...column, read: levels.length > 0 ? { fewTexts: levels } : 'as-is' };
  });
}

/** Columns such that no two of their cells are one to JavaScript: as text where it has no value of its own for them. */
export async function exactly(
  source: Pick<TableSource, 'connection' | 'relation'>,
  columns: readonly SourceColumn[],
  types: readonly string[],
): Promise<SourceColumn[]> {
  const beyond = await beyondDouble(
    source,
    columns.filter((_, i) => wide.test(types[i])),
  );
  return columns.map(({ name, sql }, i) => ({
    name,
    sql: beyond.has(name) ? `CAST(${sql} AS VARCHAR)` : asText(sql, types[i]),
  }));
}

/** Types of which a double does not keep every whole number. */
const wide = /^U?(BIGINT|HUGEINT)$|^DECIMAL\((1[6-9]|[23]\d),/;

/** The columns of numbers that hold any beyond what a double keeps, such as many an id: as numbers two would be one. */
export const beyondDouble = (
  source: Pick<TableSource, 'connection' | 'relation'>,
  columns: readonly SourceColumn[],
): Promise<ReadonlySet<string>> => beyondNumber(source, columns, Number.MAX_SAFE_INTEGER);

/** The columns of numbers that hold any greater than a number, or less than it below zero. */
export async function beyondNumber(
  { connection, relation }: Pick<TableSource, 'connection' | 'relation'>,
  columns: readonly SourceColumn[],
  most: number,
): Promise<ReadonlySet<string>> {
  if (columns.length === 0) return new Set();
  const asked = columns.map(({ sql }) => `greatest(max(${sql})::DOUBLE, -(min(${sql})::DOUBLE)) > ${most}`);
  const reader = await connection.runAndReadAll(`SELECT ${asked.join(', ')} FROM ${relation}`);
  const [row] = reader.getRowsJS();
  return new Set(columns.flatMap(({ name }, i) => (row[i] === true ? name : [])));
}

/** The text of cells for which JavaScript has no value of its own; its dates are moments to a thousandth of a second. */
export function asText(sql: string, type: string): string {
  if (/\]$|^(STRUCT|MAP|UNION)\(/.test(type)) return `CAST(to_json(${sql}) AS VARCHAR)`;
  if (type === 'BLOB') return `lower(hex(${sql}))`;
  return /^(DATE|TIME.*|INTERVAL|UUID|BIT|BIGNUM)$/.test(type) ? `CAST(${sql} AS VARCHAR)` : sql;
}

function columnOf({ columns }: TableSource, name: string): SourceColumn {
  const column = columns.find((one) => one.name === name);
  if (column) return column;
  throw new UnknownColumnError(
    name,
    columns.map((one) => one.name),
  );
}

/** The SQL type of each column. */
export async function sqlTypes(
  { connection, relation }: TableSource,
  columns: readonly SourceColumn[],
): Promise<string[]> {
  const list = columns.map(({ sql }, i) => `${sql} AS c${i}`).join(', ');
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT ${list} FROM ${relation}`);
  return reader.getColumns()[1].map(String);
}

/** A byte numbers so many. */
const few = 255;

interface Look {
  /** Most of its texts are numbers. */
  isNumbers: boolean;
  /** Its texts, where they are few. */
  levels: string[];
}

/** DuckDB takes four times as long to plan for twice the columns; these are planned for in no time. */
const atOnce = 200;

/** What columns of text hold, by the first rows. */
async function lookAt(
  { connection, relation }: TableSource,
  columns: readonly SourceColumn[],
  numberOf: (sql: string) => string,
): Promise<ReadonlyMap<string, Look>> {
  const looks = new Map<string, Look>();
  for (let from = 0; from < columns.length; from += atOnce) {
    const some = columns.slice(from, from + atOnce);
    // An aggregate of its own for each column's distinct texts would take megabytes a column, however few the rows.
    const asked = some.flatMap(({ sql }) => [
      `count(${numberOf(sql)}) * 2 > count(${sql})`,
      `CASE WHEN len(list_distinct(list(${sql}))) <= ${few} THEN list_distinct(list(${sql})) END`,
    ]);
    const list = some.map(({ sql }) => sql).join(', ');
    const reader = await connection.runAndReadAll(
      `SELECT ${asked.join(', ')} FROM (SELECT ${list} FROM ${relation} LIMIT ${looked})`,
    );
    const [row] = reader.getRowsJS();
    some.forEach(({ name }, i) =>
      looks.set(name, {
        isNumbers: row[2 * i] === true,
        // SQL ends where a text holds a zero.
        levels: ((row[2 * i + 1] as string[] | null) ?? []).filter((level) => !level.includes('\0')),
      }),
    );
  }
  return looks;
}
