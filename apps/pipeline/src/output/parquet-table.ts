import type { DuckDBConnection } from '@duckdb/node-api';

import type { ColumnKind } from '../duckdb/block-table.js';
import { literally, quotedText } from '../duckdb/sql-text.js';

/** A Parquet file as SQL reads it, and the kind of each of its columns. */
export interface ParquetTable {
  relation: string;
  kinds: ReadonlyMap<string, ColumnKind>;
}

/**
 * @param connection one that may touch the file.
 * @param kindOf what a SQL type counts as (default: what a database is to store it as).
 */
export async function parquetTable(
  connection: DuckDBConnection,
  file: string,
  kindOf: (type: string) => ColumnKind = storedKind,
): Promise<ParquetTable> {
  const relation = `read_parquet(${quotedText(literally(file))})`;
  const reader = await connection.runAndReadAll(`DESCRIBE FROM ${relation}`);
  const [names, types] = reader.getColumns().map((column) => column.map(String));
  return { relation, kinds: new Map(names.map((name, i) => [name, kindOf(types[i])])) };
}

/** As a table in memory is stored: int32, float64, and text for all else. */
function storedKind(type: string): ColumnKind {
  if (/^(U?TINYINT|U?SMALLINT|INTEGER)$/.test(type)) return 'integer';
  return /INT|DECIMAL|DOUBLE|FLOAT/.test(type) ? 'double' : 'text';
}
