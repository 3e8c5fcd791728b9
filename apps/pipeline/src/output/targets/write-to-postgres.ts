import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Client } from 'pg';

import type { Block } from '../../block/block.js';
import { type ColumnKind, kindsOf } from '../../duckdb/block-table.js';
import { connectTo } from '../../duckdb/connect.js';
import { type ReadColumn, readBlocks } from '../../duckdb/read-blocks.js';
import { quotedName, tableName } from '../../duckdb/sql-text.js';
import { refusal } from '../../faults/refusal.js';
import { postgresAddress } from '../../postgres/address.js';
import { withClient } from '../../postgres/connection.js';
import { copyText } from '../../postgres/copy-text.js';
import { storedTable } from '../tables/parquet-table.js';
import { refuseWhereLacking } from './refuse-where-lacking.js';
import type { WriteTarget } from './target.js';

type Blocks = Iterable<Block> | AsyncIterable<Block>;

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'text',
  double: 'double precision',
  single: 'double precision',
  integer: 'integer',
  coded: 'text',
};

/** A table of a PostgreSQL database, which is made where there is none; every write is one transaction. */
export function writeToPostgres(written: string, name: string): WriteTarget {
  const address = postgresAddress(written, name);
  const { table } = address;
  if (table === undefined || address.query !== undefined)
    throw refusal('bad-address', name, `${name}: name the table to write to (/TABLE or ?table=SCHEMA.TABLE)`);
  const put = (runId: string, kinds: ReadonlyMap<string, ColumnKind>, blocks: Blocks) =>
    withClient(address, async (client) => {
      await client.query('BEGIN');
      // Two runs that write to one table wait for each other.
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`clv:${table}`]);
      await makeTable(client, name, table, kinds);
      await client.query(`DELETE FROM ${tableName(table)} WHERE run_id = $1`, [runId]);
      await copyIn(client, table, kinds, runId, blocks);
      await client.query('COMMIT');
    });
  return {
    name,
    write: async (blocks, runId) => {
      const upcoming = blocks[Symbol.iterator]();
      const first = upcoming.next();
      if (first.done) return;
      await put(runId, kindsOf(first.value), followedBy(first.value, upcoming));
    },
    writeFile: async (parquet, runId) => {
      const connection = await connectTo([parquet]);
      try {
        const { relation, kinds } = await storedTable(connection, parquet);
        const columns = [...kinds].map(([column, kind]): ReadColumn => {
          const isNumber = kind === 'double' || kind === 'integer';
          return { name: column, sql: quotedName(column), read: isNumber ? 'number' : 'as-is' };
        });
        await put(runId, kinds, readBlocks(connection, relation, columns));
      } finally {
        connection.closeSync();
      }
    },
  };
}

async function makeTable(
  client: Client,
  name: string,
  table: string,
  kinds: ReadonlyMap<string, ColumnKind>,
): Promise<void> {
  const columns = [...kinds].map(([column, kind]) => `${quotedName(column)} ${types[kind]}`);
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${tableName(table)} (run_id text NOT NULL, ${columns.join(', ')})`,
  );
  const { fields } = await client.query(`SELECT * FROM ${tableName(table)} LIMIT 0`);
  const there = new Set(fields.map((field) => field.name));
  refuseWhereLacking(name, (column) => there.has(column), ['run_id', ...kinds.keys()]);
}

async function copyIn(
  client: Client,
  table: string,
  kinds: ReadonlyMap<string, ColumnKind>,
  runId: string,
  blocks: Blocks,
): Promise<void> {
  const { from } = await import('pg-copy-streams');
  const columns = ['run_id', ...kinds.keys()].map(quotedName).join(', ');
  const copy = `COPY ${tableName(table)} (${columns}) FROM STDIN (ENCODING 'UTF8')`;
  await pipeline(Readable.from(copyText(blocks, [...kinds.keys()], runId)), client.query(from(copy)));
}

function* followedBy(first: Block, others: Iterator<Block>): Generator<Block> {
  yield first;
  for (let next = others.next(); !next.done; next = others.next()) yield next.value;
}
