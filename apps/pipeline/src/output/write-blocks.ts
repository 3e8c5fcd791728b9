import { rename, rm } from 'node:fs/promises';

import { InvalidInputError } from '@clv/contracts';

import { type Block, registerBlocks } from '../duckdb/block-table.js';
import { connectTo } from '../duckdb/connect.js';
import { quotedText } from '../duckdb/sql-text.js';
import { WriteError } from './write-error.js';

/** What DuckDB is told for each kind of file. */
const copyOptions: Readonly<Record<string, string>> = {
  '.csv': 'FORMAT csv, HEADER',
  '.csv.gz': 'FORMAT csv, HEADER, COMPRESSION gzip',
  '.parquet': 'FORMAT parquet, COMPRESSION zstd',
  '.jsonl': 'FORMAT json',
};

// DuckDB writes the whole number 51 of a DOUBLE column as 51.0.
const plainNumbers = `SELECT regexp_replace(CAST(COLUMNS(*) AS VARCHAR), '\\.0$', '') FROM blocks()`;

/**
 * Writes a table that comes in blocks to a CSV, Parquet or JSON-lines file, whole or not at all.
 *
 * @throws InvalidInputError for a file of another kind; WriteError where the machine would not take it.
 */
export async function writeBlocks(blocks: Iterable<Block>, file: string): Promise<void> {
  const ending = Object.keys(copyOptions).find((known) => file.endsWith(known));
  if (ending === undefined)
    throw new InvalidInputError([
      {
        rule: 'unknown-format',
        path: file,
        message: `${file}: unknown kind of file; known are ${Object.keys(copyOptions).join(', ')}`,
      },
    ]);
  const unfinished = `${file}.${process.pid}.tmp`;
  const connection = await connectTo([unfinished]);
  try {
    await registerBlocks(connection, 'blocks', blocks);
    const rows = ending.startsWith('.csv') ? plainNumbers : 'FROM blocks()';
    await connection.run(`COPY (${rows}) TO ${quotedText(unfinished)} (${copyOptions[ending]})`);
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new WriteError(file, cause as Error);
  } finally {
    connection.closeSync();
  }
}
