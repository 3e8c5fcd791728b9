import { databaseAddress } from '../duckdb/database-address.js';
import { isPostgres, reveal, withoutPassword } from '../config/secrets.js';
import { arrowSource } from './arrow/arrow-source.js';
import { csvSource } from './csv/csv-source.js';
import { type FileKind, kindByName } from './file-kind.js';
import { findFiles } from './find-files.js';
import { postgresSource } from './postgres/postgres-source.js';
import { refuseBrokenGzip } from './refuse-broken-gzip.js';
import { refusal } from '../faults/refusal.js';
import { spoolStdin } from './spool-stdin.js';
import type { TableSource } from './table-source.js';
import { duckDbSource, typedFileSource } from './typed-source.js';
import { isOfInput, unreadable } from './unreadable.js';

/** How to read an input that does not say it itself. */
export interface ReadOptions {
  /** What stands between the cells of a CSV; found out by default. */
  separator?: string;
  /** Files that the source's connection may write, besides reading the input. */
  writes?: readonly string[];
}

/**
 * Opens a customer table for SQL for as long as `use` needs it.
 *
 * @param input a file or a glob of CSV (gzipped or not), Parquet, JSON or Arrow, `-` for standard input,
 *   `duckdb:FILE?table=NAME`, or `postgres://USER@HOST/DATABASE/TABLE`.
 * @throws InvalidInputError where there is no such table or it cannot be read.
 */
export async function withSource<T>(
  input: string,
  use: (source: TableSource) => Promise<T>,
  options: ReadOptions = {},
): Promise<T> {
  const source = await openSource(input, options);
  try {
    return await use(source);
  } catch (cause) {
    throw isOfInput(cause) ? unreadable(source.name, cause) : cause;
  } finally {
    source.connection.closeSync();
    await source.close?.();
  }
}

async function openSource(written: string, options: ReadOptions): Promise<TableSource> {
  const input = reveal(written);
  const name = withoutPassword(written);
  if (input === '-') {
    const { file, kind } = await spoolStdin();
    return fileSource([file], 'standard input', kind, options);
  }
  if (input.startsWith('duckdb:')) return openDuckDb(input, name, options);
  // A query may go over several lines, a message does not.
  if (isPostgres(input)) return postgresSource(input, name.replaceAll(/\s+/g, ' ').trim(), options.writes);
  const kind = kindByName(input, name);
  return fileSource(await findFiles(input, name), name, kind, options);
}

async function fileSource(
  files: readonly string[],
  name: string,
  kind: FileKind,
  { separator, writes }: ReadOptions,
): Promise<TableSource> {
  await refuseBrokenGzip(files, name);
  if (kind === 'csv') return csvSource(files, name, separator, writes);
  if (kind !== 'arrow') return typedFileSource(files, name, kind, writes);
  if (files.length > 1) throw refusal('many-files', name, `${name}: Arrow files are read one at a time`);
  return arrowSource(files[0], name, writes);
}

async function openDuckDb(input: string, name: string, { writes }: ReadOptions): Promise<TableSource> {
  const { file, table } = databaseAddress(input);
  await findFiles(file, name);
  return duckDbSource(file, table, name, writes);
}
