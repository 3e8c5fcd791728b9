import type { Block } from '../../block/block.js';
import { withoutPassword } from '../../config/secrets.js';
import { type ColumnKind, registerBlocks } from '../../duckdb/block-table.js';
import { connectTo } from '../../duckdb/connect.js';
import { quotedText } from '../../duckdb/sql-text.js';
import { refusal } from '../../faults/refusal.js';
import { asText } from '../../input/plan-columns.js';
import { csvSelect } from './csv-select.js';
import { parquetTable } from './parquet-table.js';

export interface TableFormat {
  ending: string;
  options: string;
  select: (source: string, kinds: ReadonlyMap<string, ColumnKind>) => string;
  /** What stands for a cell of a SQL type: a CSV has no lists, and shows them as a run in memory does. */
  cell: (sql: string, type: string) => string;
}

const asItIs = (source: string) => `FROM ${source}`;
const typed = { select: asItIs, cell: (sql: string) => sql };
const shown = { select: csvSelect, cell: asText };

const formats: readonly TableFormat[] = [
  { ending: '.csv', options: 'FORMAT csv, HEADER', ...shown },
  { ending: '.csv.gz', options: 'FORMAT csv, HEADER, COMPRESSION gzip', ...shown },
  { ending: '.parquet', options: 'FORMAT parquet, COMPRESSION zstd', ...typed },
  { ending: '.jsonl', options: 'FORMAT json', ...typed },
];

/** The kind of table file that a name's ending asks for; throws an `InvalidInputError` for one that is not known. */
export function tableFormat(file: string): TableFormat {
  const format = formats.find(({ ending }) => file.endsWith(ending));
  if (format) return format;
  const name = withoutPassword(file);
  const known = formats.map(({ ending }) => ending).join(', ');
  throw refusal('unknown-format', name, `${name}: unknown kind of file; known are ${known}`);
}

/** Writes a table that comes in blocks to a file, in constant memory; the file may be left half-written by a failure. */
export async function writeBlocks(blocks: Iterable<Block>, format: TableFormat, file: string): Promise<void> {
  const connection = await connectTo([file]);
  try {
    // The rows come from one thread; a second of DuckDB's would look for work in vain, all the time.
    await connection.run('SET threads = 1');
    // What it finds alike saves nothing here, and to look takes time with the square of the columns.
    await connection.run("SET disabled_optimizers = 'common_subexpressions'");
    const kinds = await registerBlocks(connection, 'blocks', blocks);
    await connection.run(copyTo(file, 'blocks()', kinds, format));
  } finally {
    connection.closeSync();
  }
}

/** Writes the table of a Parquet file to another file, in constant memory. */
export async function writeParquet(parquet: string, format: TableFormat, file: string): Promise<void> {
  const connection = await connectTo([parquet, file]);
  try {
    const { relation, kinds } = await parquetTable(connection, parquet, format.cell);
    await connection.run(copyTo(file, relation, kinds, format));
  } finally {
    connection.closeSync();
  }
}

const copyTo = (
  file: string,
  relation: string,
  kinds: ReadonlyMap<string, ColumnKind>,
  { options, select }: TableFormat,
) => `COPY (${select(relation, kinds)}) TO ${quotedText(file)} (${options}, USE_TMP_FILE false)`;
