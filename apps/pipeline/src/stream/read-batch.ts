import { type Data, DataType, type RecordBatch, Type, Vector } from 'apache-arrow';

import type { Columns } from '../block/block.js';
import { decimalNumber } from '../block/cells/decimal-number.js';
import { TextPool } from '../block/texts/text-pool.js';

/** Reads columns of Arrow batches of one schema; what it has met of text is remembered from batch to batch. */
export class BatchReader {
  private readonly pools = new Map<string, TextPool>();

  /** The named columns, as the scorer takes them: numbers as float64, text as text, a null as NaN or null. */
  read(batch: RecordBatch, names: readonly string[]): Columns {
    const fields = batch.schema.fields.map(({ name }) => name);
    return Object.fromEntries(
      names
        .filter((name) => fields.includes(name))
        .map((name) => [name, this.cells(name, batch.data.children[fields.indexOf(name)])]),
    );
  }

  private cells(name: string, data: Data): ArrayLike<unknown> {
    const { type } = data;
    if (DataType.isInt(type) || (DataType.isFloat(type) && data.values instanceof Float32Array))
      return withNulls(data, widened(data));
    if (DataType.isFloat(type) && data.values instanceof Float64Array)
      return withNulls(data, data.nullCount > 0 ? data.values.slice(0, data.length) : unpadded(data));
    if (DataType.isDecimal(type)) return withNulls(data, decimals(data, type.scale));
    if (type.typeId === Type.Utf8) return this.texts(name, data);
    if (DataType.isNull(type)) return new Array<null>(data.length).fill(null);
    if (DataType.isDictionary(type)) {
      const levels = data.dictionary!.toArray() as ArrayLike<unknown>;
      return cells(data, (row) => levels[data.values[row] as number]);
    }
    const vector = new Vector([data]);
    const isTime = DataType.isDate(type) || DataType.isTimestamp(type);
    return cells(data, (row) => {
      const value: unknown = vector.get(row);
      if (typeof value === 'bigint') return Number(value);
      return isTime && typeof value === 'number' ? new Date(value) : value;
    });
  }

  private texts(name: string, data: Data): ArrayLike<unknown> {
    let pool = this.pools.get(name);
    if (!pool) this.pools.set(name, (pool = new TextPool()));
    const bytes = data.values as Uint8Array;
    const ends = data.valueOffsets as Int32Array;
    const hasNulls = data.nullCount > 0;
    const column = new Array<string | null>(data.length);
    for (let row = 0, from = ends[0]; row < column.length; row++) {
      const to = ends[row + 1];
      column[row] = hasNulls && isNull(data, row) ? null : pool.take(bytes, from, to);
      from = to;
    }
    return column;
  }
}

/** Numbers of any width as float64; an array of 64-bit integers has no copy of its own kind that does it. */
function widened({ values, length }: Data): Float64Array {
  const numbers = new Float64Array(length);
  if (values instanceof BigInt64Array || values instanceof BigUint64Array)
    for (let row = 0; row < length; row++) numbers[row] = Number(values[row]);
  else numbers.set((values as Int32Array).subarray(0, length));
  return numbers;
}

/** Decimals of any width, which come as 32-bit words, the lowest first, of a whole number of smallest parts. */
function decimals({ values, length, stride }: Data, scale: number): Float64Array {
  const words = values as Uint32Array;
  return Float64Array.from({ length }, (_, row) => {
    let whole = 0n;
    for (let word = stride - 1; word >= 0; word--)
      whole = (whole << 32n) | BigInt(words[row * stride + word]);
    return decimalNumber(BigInt.asIntN(32 * stride, whole), scale);
  });
}

/** Arrow rounds buffers up to whole words. */
const unpadded = ({ values, length }: Data): Float64Array => (values as Float64Array).subarray(0, length);

function isNull({ nullBitmap, offset }: Data, row: number): boolean {
  const bit = offset + row;
  return ((nullBitmap[bit >> 3] >> (bit & 7)) & 1) === 0;
}

function withNulls(data: Data, numbers: Float64Array): Float64Array {
  if (data.nullCount > 0)
    for (let row = 0; row < data.length; row++) if (isNull(data, row)) numbers[row] = NaN;
  return numbers;
}

function cells(data: Data, read: (row: number) => unknown): unknown[] {
  const hasNulls = data.nullCount > 0;
  const column = new Array<unknown>(data.length);
  for (let row = 0; row < data.length; row++) column[row] = hasNulls && isNull(data, row) ? null : read(row);
  return column;
}
