import { readFile } from 'node:fs/promises';

import { type ColumnTable, fromArrow } from 'arquero';

import { registerBlocks } from '../duckdb/block-table.js';
import { connectTo } from '../duckdb/connect.js';
import { quotedName } from '../duckdb/sql-text.js';
import { checkHeader } from './check-header.js';
import { refusal } from './refusal.js';
import type { TableSource } from './table-source.js';

/** An Arrow IPC file or stream, which is read into memory whole. */
export async function arrowSource(
  file: string,
  name: string,
  writes: readonly string[] = [],
): Promise<TableSource> {
  const table = await readArrow(file, name);
  const names = table.columnNames();
  checkHeader(names, name);
  const columns = Object.fromEntries(
    names.map((column, i) => [`c${i}`, table.array(column) as ArrayLike<unknown>]),
  );
  const connection = await connectTo(writes);
  await registerBlocks(connection, 'arrow_input', [{ rows: table.numRows(), columns }]);
  await connection.run('CREATE TABLE input AS FROM arrow_input()');
  return {
    name,
    connection,
    relation: 'input',
    columns: names.map((column, i) => ({ name: column, sql: quotedName(`c${i}`) })),
  };
}

async function readArrow(file: string, name: string): Promise<ColumnTable> {
  const bytes = await readFile(file);
  try {
    return fromArrow(bytes);
  } catch (cause) {
    throw refusal('not-arrow', name, `${name} is not an Arrow file: ${(cause as Error).message}`);
  }
}
