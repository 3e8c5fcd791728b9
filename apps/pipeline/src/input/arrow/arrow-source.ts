import { readFile } from 'node:fs/promises';

import { type Column, CompressionType, Type, setCompressionCodec, tableFromIPC } from '@uwdata/flechette';

import { type Cells, CodedText } from '../../block/block.js';
import { decimalNumber } from '../../block/cells/decimal-number.js';
import { plainCell } from '../../block/cells/plain-cell.js';
import { registerBlocks } from '../../duckdb/block-table.js';
import { connectTo } from '../../duckdb/connect.js';
import { quotedName } from '../../duckdb/sql-text.js';
import { dayTexts, momentTexts } from './arrow-dates.js';
import { noEndMark } from '../../wording/no-end-mark.js';
import { checkHeader } from '../check-header.js';
import { messageBytes, streamEnd } from './stream-end.js';
import { decompressLz4, decompressZstd } from './decompress-arrow.js';
import { refusal } from '../../faults/refusal.js';
import { cannotRead } from '../cannot-read.js';
import type { TableSource } from '../table-source.js';

const encode = () => {
  throw new Error('Arrow is written uncompressed');
};
setCompressionCodec(CompressionType.LZ4_FRAME, { decode: decompressLz4, encode });
setCompressionCodec(CompressionType.ZSTD, { decode: decompressZstd, encode });

/** An Arrow IPC file or stream, compressed or not, which is read into memory whole. */
export async function arrowSource(
  file: string,
  name: string,
  writes: readonly string[] = [],
): Promise<TableSource> {
  const { names, rows, cells, isMarked } = await readArrow(file, name);
  if (names.length === 0) throw refusal('not-arrow', name, `${name} is not an Arrow file: it has no columns`);
  checkHeader(names, name);
  const columns = Object.fromEntries(cells.map((column, i) => [`c${i}`, column]));
  const connection = await connectTo(writes);
  await registerBlocks(connection, 'arrow_input', [{ rows, columns }]);
  await connection.run('CREATE TABLE input AS FROM arrow_input()');
  return {
    name,
    connection,
    relation: 'input',
    notices: isMarked ? [] : [`${noEndMark(name, rows)}.`],
    columns: names.map((column, i) => ({ name: column, sql: quotedName(`c${i}`) })),
  };
}

const options = { useDate: true, useBigInt: true, useDecimalInt: true };

interface ArrowContent {
  names: string[];
  rows: number;
  cells: Cells[];
  /** Whether its end says that it is one. */
  isMarked: boolean;
}

/** With what a file begins that is no stream: where its batches are it says at its end. */
const fileMark = Buffer.from('ARROW1');

async function readArrow(file: string, name: string): Promise<ArrowContent> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw cannotRead(name, cause);
  });
  try {
    const { schema, numRows, children } = tableFromIPC(bytes, options);
    if (!children.every(holdsItsRows)) throw new RangeError('fewer cells than rows');
    const isStream = !bytes.subarray(0, fileMark.length).equals(fileMark);
    const end = isStream ? streamEnd(bytes.length, bytes.subarray(-messageBytes)) : 'marked';
    if (end === 'cut') throw new RangeError('it ends as a batch begins');
    const names = schema.fields.map((field) => field.name);
    // Cells are read only now: what is damaged in them shows here.
    return { names, rows: numRows, cells: children.map(cellsOf), isMarked: end === 'marked' };
  } catch (cause) {
    const { message } = cause as Error;
    // What a file is without its end, flechette finds out by errors of JavaScript's own.
    const isOwn = cause instanceof TypeError || cause instanceof RangeError;
    const said = isOwn ? 'it is cut off, or damaged' : message;
    throw refusal('not-arrow', name, `${name} is not an Arrow file: ${said}`);
  }
}

/** Whether a column's buffers are as long as it claims to have rows: a damaged count may be of billions. */
const holdsItsRows = ({ data }: Column<unknown>): boolean =>
  data.every(({ length, type, offsets, values }) => {
    const held = (offsets ?? values)?.length ?? length;
    return length >= 0 && length <= (type.typeId === Type.Bool ? 8 * held : held);
  });

const numeric: ReadonlySet<number> = new Set([Type.Int, Type.Float, Type.Decimal]);
const binary: ReadonlySet<number> = new Set([
  Type.Binary,
  Type.LargeBinary,
  Type.BinaryView,
  Type.FixedSizeBinary,
]);
const nested: ReadonlySet<number> = new Set([
  Type.List,
  Type.LargeList,
  Type.FixedSizeList,
  Type.ListView,
  Type.LargeListView,
  Type.Struct,
  Type.Map,
  Type.Union,
]);

/** A column's cells in what SQL takes quickest: numbers as float64 (NaN where blank), few texts by their codes. */
function cellsOf(column: Column<unknown>): Cells {
  const { typeId } = column.type;
  if (numeric.has(typeId)) return numbersOf(column as Column<number | bigint>);
  if (binary.has(typeId))
    return texts(column as Column<Uint8Array>, (bytes) => Buffer.from(bytes).toString('hex'));
  if (typeId === Type.Date) return dayTexts(column);
  if (typeId === Type.Timestamp) return momentTexts(column);
  if (nested.has(typeId)) return texts(column, (cell) => JSON.stringify(cell, asPlain));
  return codedText(column) ?? (column.toArray() as ArrayLike<unknown>);
}

const texts = <T>(column: Column<T>, text: (cell: T) => string) =>
  Array.from(column, (cell) => (cell === null ? null : text(cell)));

const asPlain = (_: string, cell: unknown) =>
  ArrayBuffer.isView(cell) ? Array.from(cell as Int32Array, plainCell) : plainCell(cell);

/** Numbers as float64; as text those of a column that holds any beyond what a double keeps, such as many an id. */
function numbersOf(column: Column<number | bigint>): Cells {
  const numbers = column.toArray() as ArrayLike<number | bigint | null>;
  const { scale = 0 } = column.type as { scale?: number };
  if (numbers instanceof Float64Array || (numbers instanceof Int32Array && scale === 0)) return numbers;
  const most = Number.MAX_SAFE_INTEGER * 10 ** scale;
  const isBeyond = (number: number | bigint | null) =>
    typeof number === 'bigint' && Math.abs(Number(number)) > most;
  if (Array.prototype.some.call(numbers, isBeyond))
    return texts(column, (parts) => decimalText(parts, scale));
  return Float64Array.from(numbers, (number) => (number === null ? NaN : decimalNumber(number, scale)));
}

/** A whole number of smallest parts as a decimal. */
function decimalText(parts: number | bigint, scale: number): string {
  const digits = String(parts)
    .replace('-', '')
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${parts < 0 ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
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
