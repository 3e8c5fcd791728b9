import type { Block } from '../../block/block.js';
import { withoutPassword } from '../../config/secrets.js';
import { type ColumnKind, registerBlocks } from '../../duckdb/block-table.js';
import { connectTo } from '../../duckdb/connect.js';
import { quotedText } from '../../duckdb/sql-text.js';
import { refusal } from '../../faults/refusal.js';
import type { WrittenFile } from '../../files/settle.js';
import { asText } from '../../input/plan-columns.js';
import { writeCsv, writeGzippedCsv } from '../csv/write-csv.js';
import { csvSelect } from './csv-select.js';
import { parquetTable } from './parquet-table.js';

/** Gives the file's size and hash where it has seen to it that it is on disk. */
type WriteBlocks = (blocks: Iterable<Block>, file: string) => Promise<WrittenFile | void>;

export interface TableFormat {
  ending: string;
  options: string;
  select: (source: string, kinds: ReadonlyMap<string, ColumnKind>) => string;
  /** What stands for a cell of a SQL type: a CSV has no lists, and shows them as a run in memory does. */
  cell: (sql: string, type: string) => string;
  /** Writes a table that comes in blocks, in constant memory; the file may be left half-written by a failure. */
  write: WriteBlocks;
}

const asItIs = (source: string) => `FROM ${source}`;
const typed = (ending: string, options: string): TableFormat => ({
  ending,
  options,
  select: asItIs,
  cell: (sql) => sql,
  write: (blocks, file) => copyBlocks(blocks, options, file),
});
const shown = (ending: string, options: string, write: WriteBlocks): TableFormat => ({
  ending,
  options,
  select: csvSelect,
  cell: asText,
  write,
});

const formats: readonly TableFormat[] = [
  shown('.csv', 'FORMAT csv, HEADER', writeCsv),
  shown('.csv.gz', 'FORMAT csv, HEADER, COMPRESSION gzip', writeGzippedCsv),
  typed('.parquet', 'FORMAT parquet, COMPRESSION zstd'),
  typed('.jsonl', 'FORMAT json'),
];

/** The kind of table file that a name's ending asks for; throws an `InvalidInputError` for one that is not known. */
export function tableFormat(file: string): TableFormat {
  const format = formats.find(({ ending }) => file.endsWith(ending));
  if (format) return format;
  const name = withoutPassword(file);
  const known = formats.map(({ ending }) => ending).join(', ');
  throw refusal('unknown-format', name, `${name}: unknown kind of file; known are ${known}`);
}

async function copyBlocks(blocks: Iterable<Block>, options: string, file: string): Promise<void> {
  const connection = await connectTo([file]);
  try {
    // The rows come from one thread; a second of DuckDB's would look for work in vain, all the time.
    await connection.run('SET threads = 1');
    await registerBlocks(connection, 'blocks', blocks);
    await connection.run(copyTo(file, 'FROM blocks()', options));
  } finally {
    connection.closeSync();
  }
}

/** Writes the table of a Parquet file to another file, in constant memory. */
export async function writeParquet(parquet: string, format: TableFormat, file: string): Promise<void> {
  const connection = await connectTo([parquet, file]);
  try {
    const { relation, kinds } = await parquetTable(connection, parquet, format.cell);
    await connection.run(copyTo(file, format.select(relation, kinds), format.options));
  } finally {
    connection.closeSync();
  }
}

const copyTo = (file: string, select: string, options: string) =>
  `COPY (${select}) TO ${quotedText(file)} (${options}, USE_TMP_FILE false)`;
