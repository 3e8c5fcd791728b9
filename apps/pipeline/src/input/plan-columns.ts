import { UnknownColumnError } from '@clv/contracts';

import { type ReadColumn, faithfulNumber, plainNumber } from '../duckdb/read-blocks.js';
import type { SourceColumn, TableSource } from './table-source.js';

/** So many rows tell whether a column of text is numbers. */
const looked = 20_000;

const numbers =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|FLOAT|DOUBLE|DECIMAL.*)$/;

/**
 * How to read columns of a source, those of text by what its first rows hold. Reading a column of numbers as numbers is
 * for speed and memory alone: what is no number comes through as text.
 *
 * @param decimal the decimal mark of numbers that are written as text; SQL knows the point only.
 * @throws UnknownColumnError for the first that the source does not have.
 */
export async function planColumns(
  source: TableSource,
  names: readonly string[],
  decimal: '.' | ',',
): Promise<ReadColumn[]> {
  const columns = names.map((name) => columnOf(source, name));
  const types = await sqlTypes(source, columns);
  const texts = columns.filter((_, i) => types[i] === 'VARCHAR' && decimal === '.');
  const written = await mostlyNumbers(source, texts, plainNumber);
  return columns.map((column, i): ReadColumn => {
    if (numbers.test(types[i])) return { ...column, read: 'number' };
    return { ...column, read: written.has(column.name) ? 'written-number' : 'as-is' };
  });
}

/** How to read all columns of a source so that they can be written again as they came: a number only where it says all. */
export async function planFaithfully(source: TableSource): Promise<ReadColumn[]> {
  const { columns } = source;
  const types = await sqlTypes(source, columns);
  const texts = columns.filter((_, i) => types[i] === 'VARCHAR');
  const written = await mostlyNumbers(source, texts, faithfulNumber);
  return columns.map((column, i): ReadColumn => {
    if (numbers.test(types[i])) return { ...column, read: 'number' };
    return { ...column, read: written.has(column.name) ? 'faithful-number' : 'as-is' };
  });
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

/** The columns of text of which most are numbers, by the first rows. */
async function mostlyNumbers(
  { connection, relation }: TableSource,
  columns: readonly SourceColumn[],
  numberOf: (sql: string) => string,
): Promise<ReadonlySet<string>> {
  if (columns.length === 0) return new Set();
  const counts = columns.map(({ sql }) => `count(${numberOf(sql)}) * 2 > count(${sql})`).join(', ');
  const list = columns.map(({ sql }) => sql).join(', ');
  const reader = await connection.runAndReadAll(
    `SELECT ${counts} FROM (SELECT ${list} FROM ${relation} LIMIT ${looked})`,
  );
  const [row] = reader.getRows();
  return new Set(columns.filter((_, i) => row[i] === true).map(({ name }) => name));
}
