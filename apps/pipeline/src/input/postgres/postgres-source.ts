import { rm } from 'node:fs/promises';

import type { Client, FieldDef } from 'pg';

import { connectTo } from '../../duckdb/connect.js';
import { quotedName, quotedText, tableName } from '../../duckdb/sql-text.js';
import { type PostgresAddress, postgresAddress } from '../../postgres/address.js';
import { withClient } from '../../postgres/connection.js';
import { checkHeader } from '../check-header.js';
import { kindsOfFields, types } from './postgres-kinds.js';
import { refusal } from '../../faults/refusal.js';
import { layIn, scratchFile } from '../../files/scratch.js';
import type { TableSource } from '../table-source.js';

/**
 * A table or a query of a PostgreSQL database. It is copied out once, in one read-only transaction and in constant memory, so
 * that every pass over it sees the same rows and the database is left alone while models are fitted.
 */
export async function postgresSource(
  input: string,
  name: string,
  writes: readonly string[] = [],
): Promise<TableSource> {
  const address = postgresAddress(input, name);
  const query = queryOf(address);
  const file = await scratchFile('table.csv');
  const fields = await withClient(address, async (client) => {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SET LOCAL timezone = 'UTC'");
    await client.query("SET LOCAL datestyle = 'ISO'");
    const { fields: found } = await client.query(`SELECT * FROM (${query}\n) AS input LIMIT 0`);
    checkHeader(
      found.map((field) => field.name),
      name,
    );
    await copyOut(client, query, found, file);
    return found;
  });
  const connection = await connectTo([file, ...writes]);
  const copied = (kinds: readonly string[]) => {
    const columns = kinds.map((kind, i) => `'c${i}': '${kind}'`).join(', ');
    return (
      `read_csv(${quotedText(file)}, auto_detect = false, header = false, columns = {${columns}}, ` +
      `delim = ',', quote = '"', escape = '"', comment = '', max_line_size = 67108864)`
    );
  };
  const kinds = await kindsOfFields(fields, connection, copied(fields.map(() => 'VARCHAR')));
  await connection.run(`CREATE VIEW input AS FROM ${copied(kinds)}`);
  return {
    name,
    connection,
    relation: 'input',
    columns: fields.map((field, i) => ({ name: field.name, sql: `c${i}` })),
    close: () => rm(file, { force: true }),
  };
}

/** Whether there are more rows than `most`, as the database counts them: no row is copied to know. */
export async function postgresHasMoreRows(input: string, name: string, most: number): Promise<boolean> {
  const address = postgresAddress(input, name);
  const query = queryOf(address);
  return withClient(address, async (client) => {
    await client.query('BEGIN TRANSACTION READ ONLY');
    const { rows } = await client.query<{ rows: number }>(
      `SELECT count(*)::float8 AS rows FROM (SELECT 1 FROM (${query}\n) AS input LIMIT ${most + 1}) AS first_rows`,
    );
    return rows[0].rows > most;
  });
}

function queryOf({ name, table, query }: PostgresAddress): string {
  if ((table === undefined) === (query === undefined))
    throw refusal(
      'bad-address',
      name,
      `${name}: name a table (/TABLE or ?table=SCHEMA.TABLE) or a query (?query=SQL)`,
    );
  return query?.trim().replace(/;$/, '') ?? `SELECT * FROM ${tableName(table!)}`;
}

async function copyOut(
  client: Client,
  query: string,
  fields: readonly FieldDef[],
  file: string,
): Promise<void> {
  const { to } = await import('pg-copy-streams');
  const cells = fields.map(({ name, dataTypeID }) => {
    const cell = quotedName(name);
    return dataTypeID === types.bool ? `${cell}::text` : cell;
  });
  const copy = `COPY (SELECT ${cells.join(', ')} FROM (${query}\n) AS input) TO STDOUT (FORMAT csv, ENCODING 'UTF8')`;
  await layIn(file, client.query(to(copy)));
}
