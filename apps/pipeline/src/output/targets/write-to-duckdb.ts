import { ClvError } from '@clv/contracts';
import type { DuckDBConnection } from '@duckdb/node-api';

import { type ColumnKind, registerBlocks } from '../../duckdb/block-table.js';
import { connectTo } from '../../duckdb/connect.js';
import { databaseAddress } from '../../duckdb/database-address.js';
import { quotedName, quotedText, tableName } from '../../duckdb/sql-text.js';
import { type ParquetTable, storedTable } from '../tables/parquet-table.js';
import { refusal } from '../../faults/refusal.js';
import { WriteError } from '../../files/write-error.js';
import { refuseWhereLacking } from './refuse-where-lacking.js';
import type { WriteTarget } from './target.js';

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'VARCHAR',
  double: 'DOUBLE',
  single: 'DOUBLE',
  integer: 'INTEGER',
  coded: 'VARCHAR',
};

/** The files that DuckDB keeps next to a database while it writes. */
const beside = ['.wal', '.wal.checkpoint', '.wal.recovery'];

/** A table of a DuckDB file, which is made where there is none. */
export function writeToDuckDb(address: string, name: string): WriteTarget {
  const { file, table } = databaseAddress(address);
  const target = `output.${tableName(table)}`;
  const put = async (runId: string, reads: readonly string[], open: Open) => {
    const connection = await connectTo([file, ...beside.map((ending) => `${file}${ending}`), ...reads]);
    const id = quotedText(runId);
    try {
      await connection.run(`ATTACH ${quotedText(file)} AS output`);
      await connection.run('BEGIN');
      const { relation, kinds } = await open(connection);
      const columns = [...kinds.keys()].map(quotedName).join(', ');
      const typed = [...kinds].map(([name, kind]) => `${quotedName(name)} ${types[kind]}`).join(', ');
      await connection.run(`CREATE TABLE IF NOT EXISTS ${target} (run_id VARCHAR NOT NULL, ${typed})`);
      await refuseOther(connection, name, target, [...kinds.keys()]);
      await connection.run(`DELETE FROM ${target} WHERE run_id = ${id}`);
      await connection.run(`INSERT INTO ${target} (run_id, ${columns}) SELECT ${id}, * FROM ${relation}`);
      await connection.run('COMMIT');
      // Else the file is this instance's until it is collected, and what another writes there meanwhile may be lost.
      await connection.run('DETACH output');
    } catch (cause) {
      throw cause instanceof ClvError ? cause : failure(name, cause as Error);
    } finally {
      connection.closeSync();
    }
  };
  return {
    name,
    write: (blocks, runId) =>
      put(runId, [], async (connection) => ({
        relation: 'blocks()',
        kinds: await registerBlocks(connection, 'blocks', blocks),
      })),
    writeFile: (parquet, runId) => put(runId, [parquet], (connection) => storedTable(connection, parquet)),
  };
}

/** DuckDB's columns are the same whatever the case of their letters. */
async function refuseOther(
  connection: DuckDBConnection,
  name: string,
  target: string,
  columns: readonly string[],
): Promise<void> {
  const there = (await connection.run(`SELECT * FROM ${target} LIMIT 0`)).columnNames();
  const known = new Set(there.map((column) => column.toLowerCase()));
  refuseWhereLacking(name, (column) => known.has(column.toLowerCase()), ['run_id', ...columns]);
}

/** Kinds of DuckDB's errors in which what was asked does not go with the table that is there, rather than the machine failing. */
const askersFault = /^(Binder|Catalog|Constraint|Conversion|Not implemented) Error: /;

const failure = (name: string, cause: Error) =>
  askersFault.test(cause.message)
    ? refusal('refused-by-database', name, `${name}: ${cause.message.split('\n')[0]}`)
    : new WriteError(name, cause);

type Open = (connection: DuckDBConnection) => Promise<ParquetTable>;
