import { readFile } from 'node:fs/promises';

import { type Column, type Table, Type, tableFromIPC } from '@uwdata/flechette';

import { type Cells, CodedText } from '../block/block.js';
import { registerBlocks } from '../duckdb/block-table.js';
import { connectTo } from '../duckdb/connect.js';
import { quotedName } from '../duckdb/sql-text.js';
import { checkHeader } from './check-header.js';
import { refusal } from './refusal.js';
import type { TableSource } from './table-source.js';

/** An Arrow IPC file or stream, which is read into memory whole. */
export async function arrowSource(
  file: string,
  name: string,
  writes: readonly string[] = [],
): Promise<TableSource> {
  const table = await readArrow(file, name);
  const names = table.schema.fields.map((field) => field.name);
  if (names.length === 0) throw refusal('not-arrow', name, `${name} is not an Arrow file: it has no columns`);
  checkHeader(names, name);
  const columns = Object.fromEntries(table.children.map((column, i) => [`c${i}`, cellsOf(column)]));
  const connection = await connectTo(writes);
  await registerBlocks(connection, 'arrow_input', [{ rows: table.numRows, columns }]);
  await connection.run('CREATE TABLE input AS FROM arrow_input()');
  return {
    name,
    connection,
    relation: 'input',
    columns: names.map((column, i) => ({ name: column, sql: quotedName(`c${i}`) })),
  };
}

async function readArrow(file: string, name: string): Promise<Table> {
  const bytes = await readFile(file);
  try {
    return tableFromIPC(bytes, { useDate: true });
  } catch (cause) {
    throw refusal('not-arrow', name, `${name} is not an Arrow file: ${(cause as Error).message}`);
  }
}

const numeric: ReadonlySet<number> = new Set([Type.Int, Type.Float, Type.Decimal]);

/** A column's cells in what SQL takes quickest: numbers as float64 (NaN where blank), few texts by their codes. */
function cellsOf(column: Column<unknown>): Cells {
  if (numeric.has(column.type.typeId)) {
    const numbers = column.toArray() as ArrayLike<number | null>;
    if (numbers instanceof Float64Array || numbers instanceof Int32Array) return numbers;
    return Float64Array.from(numbers, (number) => number ?? NaN);
  }
  return codedText(column) ?? (column.toArray() as ArrayLike<unknown>);
}

/** A byte numbers so many levels. */
const mostLevels = 256;

/** A column of a single dictionary of few texts; undefined for any other, and for one with blanks. */
function codedText({ type, data, nullCount }: Column<unknown>): CodedText | undefined {
  if (type.typeId !== Type.Dictionary || data.length !== 1 || nullCount > 0) return undefined;
  const [{ values, length, dictionary }] = data as unknown as [DictionaryBatch];
  const levels = Array.from(dictionary.toArray());
  if (levels.length === 0 || levels.length > mostLevels) return undefined;
  if (!levels.every((level) => typeof level === 'string')) return undefined;
  return new CodedText(Uint8Array.from(values.subarray(0, length)), levels as string[]);
}

interface DictionaryBatch {
  length: number;
  values: Int32Array;
  dictionary: Column<unknown>;
}
