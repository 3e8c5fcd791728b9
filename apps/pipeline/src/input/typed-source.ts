import { type Fault, InvalidInputError } from '@clv/contracts';
import type { DuckDBConnection } from '@duckdb/node-api';

import { connectTo } from '../duckdb/connect.js';
import { refuseFaults } from '../faults/refuse-faults.js';
import { columnsIn } from '../duckdb/relation.js';
import { literally, quotedName, quotedText, tableName } from '../duckdb/sql-text.js';
import { checkHeader } from './check-header.js';
import { refusal } from '../faults/refusal.js';
import { beyondNumber } from './plan-columns.js';
import { otherColumns } from './other-columns.js';
import type { SourceColumn, TableSource } from './table-source.js';
import { unreadable } from './unreadable.js';

const functions = {
  // In the types of the first file alone, whole numbers there would round the decimals of others.
  parquet: (files: string) => `read_parquet(${files}, union_by_name = true)`,
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
  const whole = functions[kind](`[${list}]`);
  if (kind === 'parquet') {
    await refuseLongDecimals(connection, `[${list}]`, name);
    await refuseOtherColumns(connection, files, whole, name);
  }
  const columns = await columnsOf(connection, whole, name);
  if (kind === 'json') await refuseWrapped(connection, whole, columns, name);
  return { name, connection, relation: withPlainTexts(whole, columns), columns };
}

/** Texts among numbers are of a type in which they have quotes around them. */
function withPlainTexts(relation: string, columns: readonly TypedColumn[]): string {
  const mixed = columns.filter(({ type }) => type === 'JSON');
  if (mixed.length === 0) return relation;
  const plain = mixed.map(({ sql }) => `${sql} ->> '$' AS ${sql}`);
  return `(SELECT * REPLACE (${plain.join(', ')}) FROM ${relation})`;
}

/** A JSON document that holds a table, by rows or by columns, would be read as the one row that it is. */
async function refuseWrapped(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly TypedColumn[],
  name: string,
): Promise<void> {
  const rowsUnder = columns.filter(({ type }) => /^STRUCT\(.*\)\[\]$/.test(type));
  const isNested = columns.every(({ type }) => /\]$|^(STRUCT|MAP)\(/.test(type));
  if (rowsUnder.length === 0 && !isNested) return;
  const reader = await connection.runAndReadAll(`SELECT 1 FROM ${relation} LIMIT 2`);
  if (reader.currentRowCount !== 1) return;
  connection.closeSync();
  const under = (rowsUnder.length > 0 ? rowsUnder : columns).map((column) => column.name);
  const named = `${under.slice(0, 5).join(', ')}${under.length > 5 ? ' and others' : ''}`;
  const message = `${name} is one JSON object that holds its rows under ${named}: give an array of objects, or an object a line`;
  throw refusal('wrapped-rows', name, message);
}

/**
 * A column that some of several Parquet files lack would be left out, or be blank in their rows; whole numbers would lose digits
 * in a type that keeps the fractions of another file.
 */
async function refuseOtherColumns(
  connection: DuckDBConnection,
  files: readonly string[],
  whole: string,
  name: string,
): Promise<void> {
  if (files.length === 1) return;
  const common = await columnsOf(connection, whole, name);
  let first: readonly string[] | undefined;
  const strays: Fault[] = [];
  for (const file of files) {
    const relation = functions.parquet(quotedText(literally(file)));
    const columns = await columnsOf(connection, relation, name);
    const its = columns.map((column) => column.name);
    const differences = otherColumns(its, (first ??= its));
    if (differences === undefined)
      strays.push(...(await lostDigits(connection, file, relation, columns, common)));
    else
      strays.push({
        rule: 'other-header',
        path: file,
        message: `${file}: its columns are not those of ${files[0]}: it ${differences}`,
      });
  }
  if (strays.length === 0) return;
  connection.closeSync();
  throw new InvalidInputError(strays);
}

/** The greatest whole number up to which a type keeps all. */
const keptUpTo: Readonly<Record<string, number>> = { FLOAT: 2 ** 24, DOUBLE: Number.MAX_SAFE_INTEGER };

/** The columns of whole numbers in one file that are read in a type which does not keep them, for the sake of another's. */
async function lostDigits(
  connection: DuckDBConnection,
  file: string,
  relation: string,
  columns: readonly TypedColumn[],
  common: readonly TypedColumn[],
): Promise<Fault[]> {
  const readAs = new Map(common.map(({ name, type }) => [name, type]));
  const faults: Fault[] = [];
  for (const [as, most] of Object.entries(keptUpTo)) {
    const atRisk = columns.filter(
      ({ name, type }) => /INT$|INTEGER$|^DECIMAL\(\d+,0\)$/.test(type) && readAs.get(name) === as,
    );
    const beyond = await beyondNumber({ connection, relation }, atRisk, most);
    for (const { name, type } of atRisk.filter((column) => beyond.has(column.name))) {
      const message = `${file}: ${name} holds whole numbers (${type}) of more digits than ${as} keeps, as which another file has it: write it as one type`;
      faults.push({ rule: 'other-type', column: name, path: file, message });
    }
  }
  return faults;
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
  const relation = `input.${tableName(table)}`;
  return { name, connection, relation, columns: await columnsOf(connection, relation, name) };
}

interface TypedColumn extends SourceColumn {
  type: string;
}

async function columnsOf(
  connection: DuckDBConnection,
  relation: string,
  name: string,
): Promise<TypedColumn[]> {
  const { names, types } = await columnsIn(connection, relation).catch((cause: Error) => {
    connection.closeSync();
    throw unreadable(name, cause);
  });
  checkHeader(names, name);
  return names.map((column, i) => ({ name: column, sql: quotedName(column), type: types[i] }));
}
