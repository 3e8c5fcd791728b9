import type { DuckDBConnection } from '@duckdb/node-api';

/** The names and SQL types of a relation's columns, in their order. */
export async function columnsIn(
  connection: DuckDBConnection,
  relation: string,
): Promise<{ names: string[]; types: string[] }> {
  const reader = await connection.runAndReadAll(`DESCRIBE FROM ${relation}`);
  const [names, types] = reader.getColumns().map((cells) => cells.map(String));
  return { names, types };
}

/** How many rows a relation has. */
export async function countRows(connection: DuckDBConnection, relation: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${relation}`);
  return Number(reader.getRows()[0][0]);
}
