import { InvalidInputError } from '@clv/contracts';
import type { DuckDBResultReader } from '@duckdb/node-api';

import { connectTo } from '../duckdb/connect.js';
import { quotedText } from '../duckdb/sql-text.js';
import { headedColumns } from './headed-columns.js';
import type { DuckDbFormat, InputTable } from './input-table.js';

/** Reads one file with DuckDB, which may touch that file and nothing else. */
export async function readWithDuckDb(file: string, name: string, format: DuckDbFormat): Promise<InputTable> {
  const connection = await connectTo([file]);
  try {
    const reader = await connection.runAndReadAll(queries[format](quotedText(file))).catch((cause: Error) => {
      throw new InvalidInputError([
        { rule: 'unreadable-table', path: name, message: `${name}: ${firstLine(cause)}` },
      ]);
    });
    const columns = format === 'csv' ? headedColumns(reader.getColumns(), name) : typedColumns(reader);
    const rows = columns.values().next().value?.length ?? 0;
    return { name, columns, rows };
  } finally {
    connection.closeSync();
  }
}

// The header is read as a row like any other: only so do duplicate and empty names come to light.
const queries: Readonly<Record<DuckDbFormat, (file: string) => string>> = {
  csv: (file) =>
    `SELECT * FROM read_csv(${file}, all_varchar = true, header = false, skip = 0, quote = '"', escape = '"', comment = '')`,
  parquet: (file) => `SELECT * FROM read_parquet(${file})`,
  json: (file) => `SELECT * FROM read_json(${file}, maximum_object_size = 67108864)`,
};

function typedColumns(reader: DuckDBResultReader): Map<string, unknown[]> {
  const names = reader.columnNames();
  const cells = reader.getColumnsJS();
  return new Map(
    names.map((name, i) => [
      name,
      (cells[i] as unknown[]).map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)),
    ]),
  );
}

const firstLine = (error: Error) => error.message.split('\n')[0];
