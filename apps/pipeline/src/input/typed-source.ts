import { ClvError, type InvalidInputError } from '@clv/contracts';
import type { DuckDBConnection } from '@duckdb/node-api';

import { connectTo } from '../duckdb/connect.js';
import { refuseFaults } from '../faults/refuse-faults.js';
import { literally, quotedName, quotedText } from '../duckdb/sql-text.js';
import { checkHeader } from './check-header.js';
import { refusal } from '../faults/refusal.js';
import type { SourceColumn, TableSource } from './table-source.js';

const functions = {
  parquet: (files: string) => `read_parquet(${files})`,
  json: (files: string) => `read_json(${files}, maximum_object_size = 67108864, sample_size = -1)`,
} as const;

/** Parquet or JSON files (lines, or one array) as one table, typed as they say. */
export async function typedFileSource(
  files: readonly string[],
  name: string,
  kind: keyof typeof functions,
  writes: readonly string[] = [],
): Promise<TableSource> {
  const connection = await connectTo([...files, ...writes]);
  const list = files.map((file) => quotedText(literally(file))).join(', ');
  const relation = functions[kind](`[${list}]`);
  if (kind === 'parquet') await refuseLongDecimals(connection, `[${list}]`, name);
  return { name, connection, relation, columns: await columnsOf(connection, relation, name) };
}

/** DuckDB reads decimals of more digits than its own as other numbers. */
async function refuseLongDecimals(connection: DuckDBConnection, list: string, name: string): Promise<void> {
  const query = `SELECT DISTINCT name, precision::INT FROM parquet_schema(${list}) WHERE precision > 38 ORDER BY name`;
  const reader = await connection.runAndReadAll(query).catch((cause: Error) => {
    connection.closeSync();
    throw unreadable(name, cause);
  });
  const faults = reader.getRows().map(([column, digits]) => ({
    rule: 'long-decimal',
    column: String(column),
    message: `${column} is a decimal of ${digits} digits, of which no more than 38 are read`,
  }));
  refuseFaults(name, faults);
}

/** A table of a DuckDB database, which is opened to be read and nothing else. */
export async function duckDbSource(
  file: string,
  table: string,
  name: string,
  writes: readonly string[] = [],
): Promise<TableSource> {
  const connection = await connectTo([file, `${file}.wal`, ...writes]);
  await connection.run(`ATTACH ${quotedText(file)} AS input (READ_ONLY)`).catch((cause: Error) => {
    throw unreadable(name, cause);
  });
  const relation = `input.${table.split('.').map(quotedName).join('.')}`;
  return { name, connection, relation, columns: await columnsOf(connection, relation, name) };
}

async function columnsOf(
  connection: DuckDBConnection,
  relation: string,
  name: string,
): Promise<SourceColumn[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE FROM ${relation}`).catch((cause: Error) => {
    connection.closeSync();
    throw unreadable(name, cause);
  });
  const names = reader.getColumns()[0].map(String);
  checkHeader(names, name);
  return names.map((column) => ({ name: column, sql: quotedName(column) }));
}

/** Whether DuckDB says that it is the input's fault, which may show at any row of it. */
export const isOfInput = (cause: unknown): cause is Error =>
  cause instanceof Error &&
  !(cause instanceof ClvError) &&
  /^(Invalid( Input)?|Conversion) Error: /.test(cause.message);

/** What DuckDB said of an input that it cannot read, without its advice to its own users. */
export function unreadable(name: string, { message }: Error): InvalidInputError {
  const said = message.includes('CSV Parser state machine')
    ? 'its lines do not all end alike; end each with a line feed, or each with a carriage return and a line feed'
    : message.split('\n')[0];
  return refusal('unreadable-table', name, `${name}: ${said}`);
}
