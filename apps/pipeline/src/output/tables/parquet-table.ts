import type { DuckDBConnection } from '@duckdb/node-api';

import { type ColumnKind, kindOfType } from '../../duckdb/block-table.js';
import { columnsIn } from '../../duckdb/relation.js';
import { literally, quotedName, quotedText } from '../../duckdb/sql-text.js';
import { exactly } from '../../input/plan-columns.js';

/** A Parquet file as SQL reads it, and the kind of each of its columns. */
export interface ParquetTable {
  relation: string;
  kinds: ReadonlyMap<string, ColumnKind>;
}

/**
 * @param connection one that may touch the file.
 * @param cellOf what stands for a cell of a SQL type; where it is another one, it is text.
 */
export async function parquetTable(
  connection: DuckDBConnection,
  file: string,
  cellOf: (sql: string, type: string) => string,
): Promise<ParquetTable> {
  const relation = readingOf(file);
  const { names, types } = await columnsIn(connection, relation);
  const cells = names.map((name, i) => cellOf(quotedName(name), types[i]));
  const kindOf = (i: number) => (cells[i] === quotedName(names[i]) ? kindOfType(types[i]) : 'text');
  return tableOf(relation, names, cells, kindOf);
}

const tableOf = (
  relation: string,
  names: readonly string[],
  cells: readonly string[],
  kindOf: (column: number) => ColumnKind,
): ParquetTable => ({
  relation: `(SELECT ${names.map((name, i) => `${cells[i]} AS ${quotedName(name)}`).join(', ')} FROM ${relation})`,
  kinds: new Map(names.map((name, i) => [name, kindOf(i)])),
});

/** The same as a database stores it: what JavaScript has no value of its own for is text, as in a run in memory. */
export async function storedTable(connection: DuckDBConnection, file: string): Promise<ParquetTable> {
  const relation = readingOf(file);
  const { names, types } = await columnsIn(connection, relation);
  const columns = names.map((name) => ({ name, sql: quotedName(name) }));
  const exact = await exactly({ connection, relation }, columns, types);
  const cells = exact.map(({ sql }) => sql);
  return tableOf(relation, names, cells, (i) =>
    cells[i] === columns[i].sql ? storedKind(types[i]) : 'text',
  );
}

const readingOf = (file: string) => `read_parquet(${quotedText(literally(file))})`;

/** As a table in memory is stored: int32, float64, and text for all else. */
function storedKind(type: string): ColumnKind {
  if (/^(U?TINYINT|U?SMALLINT|INTEGER)$/.test(type)) return 'integer';
  return /INT|DECIMAL|DOUBLE|FLOAT/.test(type) ? 'double' : 'text';
}
