import type { DuckDBConnection, DuckDBDataChunk, DuckDBType } from '@duckdb/node-api';
import type bindings from '@duckdb/node-bindings';

import { type Block, type Cells, CodedText, cellReader } from '../block/block.js';
import { PackedText } from '../block/texts/packed-text.js';
import { textOf } from '../block/cells/text-of.js';
import { duckDbApi, duckDbBindings } from './load.js';
import { shortPacked, shortTexts } from './short-texts.js';

/** What a column of blocks is in SQL: VARCHAR, DOUBLE, FLOAT, INTEGER or an ENUM. */
export type ColumnKind = 'text' | 'double' | 'single' | 'integer' | 'coded';

/**
 * Makes blocks of rows readable in SQL as `FROM name()`, drawn one after another as DuckDB asks for them, so that a
 * table of any length passes through constant memory. Every block has the columns of the first, of the same kinds.
 *
 * @returns the kind of each column, in order.
 */
export async function registerBlocks(
  connection: DuckDBConnection,
  name: string,
  blocks: Iterable<Block>,
): Promise<ReadonlyMap<string, ColumnKind>> {
  const { DOUBLE, DuckDBTableFunction, ENUM, FLOAT, INTEGER, VARCHAR } = duckDbApi();
  const duckdb = duckDbBindings();
  const upcoming = blocks[Symbol.iterator]();
  const first = upcoming.next();
  if (first.done) throw new RangeError(`${name}: a table of no blocks has no columns`);
  const typeOf = (cells: Cells): DuckDBType => {
    if (cells instanceof CodedText) return ENUM([...cells.levels]);
    return { text: VARCHAR, double: DOUBLE, single: FLOAT, integer: INTEGER }[
      kindOf(cells) as 'text' | 'double' | 'single' | 'integer'
    ];
  };
  const columns = Object.entries(first.value.columns).map(([column, cells]) => ({
    column,
    kind: kindOf(cells),
    type: typeOf(cells),
  }));
  const reading = { block: first.value as Block | undefined, offset: 0 };

  connection.registerTableFunction(
    DuckDBTableFunction.create({
      name,
      bindFunction: (info) => columns.forEach(({ column, type }) => info.addResultColumn(column, type)),
      initFunction: (info) => info.setMaxThreads(1),
      mainFunction: (_, chunk) => {
        while (reading.block !== undefined && reading.offset === reading.block.rows) {
          const next = upcoming.next();
          reading.block = next.done ? undefined : next.value;
          reading.offset = 0;
        }
        const { block, offset } = reading;
        const rows = block === undefined ? 0 : Math.min(chunkRows, block.rows - offset);
        chunk.rowCount = rows;
        if (block === undefined) return;
        columns.forEach(({ column, kind }, i) =>
          fill[kind](duckdb, chunk, i, block.columns[column], offset, rows),
        );
        reading.offset += rows;
      },
    }),
  );
  return new Map(columns.map(({ column, kind }) => [column, kind]));
}

/** DuckDB's vectors hold as many rows. */
const chunkRows = 2048;

/** The kind of each column of a block, in order. */
export const kindsOf = ({ columns }: Block): ReadonlyMap<string, ColumnKind> =>
  new Map(Object.entries(columns).map(([column, cells]) => [column, kindOf(cells)]));

function kindOf(cells: Cells): ColumnKind {
  if (cells instanceof CodedText) return 'coded';
  if (cells instanceof Float64Array) return 'double';
  if (cells instanceof Float32Array) return 'single';
  if (cells instanceof Int32Array || cells instanceof Uint8Array) return 'integer';
  return 'text';
}

const hasDecimals = /^DECIMAL\(\d+,[1-9]/;

/** The kind that stands for a column of a SQL type. */
export function kindOfType(type: string): ColumnKind {
  if (type === 'VARCHAR') return 'text';
  if (type === 'FLOAT') return 'single';
  if (type === 'DOUBLE' || hasDecimals.test(type)) return 'double';
  return /INT|BOOL|DECIMAL|DATE|TIME/.test(type) ? 'integer' : 'coded';
}

type Fill = (
  duckdb: typeof bindings,
  chunk: DuckDBDataChunk,
  column: number,
  cells: Cells,
  offset: number,
  rows: number,
) => void;

const fill: Readonly<Record<ColumnKind, Fill>> = {
  text(duckdb, chunk, column, cells, offset, rows) {
    const packed = cells instanceof PackedText ? shortPacked(cells, offset, rows) : undefined;
    if (packed !== undefined) return copy(duckdb, duckdb.data_chunk_get_vector(chunk.chunk, column), packed);
    const read = cellReader(cells);
    const texts = Array.from({ length: rows }, (_, row) => textOf(read(offset + row)));
    const short = shortTexts(texts);
    if (short !== undefined) {
      const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
      copy(duckdb, vector, short);
      markMissing(duckdb, vector, rows, (row) => texts[row] === null);
      return;
    }
    const vector = chunk.getColumnVector(column) as {
      setItem(row: number, value: string | null): void;
      flush(): void;
    };
    texts.forEach((text, row) => vector.setItem(row, text));
    vector.flush();
  },
  double: (duckdb, chunk, column, cells, offset, rows) =>
    fillNumbers(duckdb, chunk, column, window(cells as Float64Array, Float64Array, offset, rows)),
  single: (duckdb, chunk, column, cells, offset, rows) =>
    fillNumbers(duckdb, chunk, column, window(cells as Float32Array, Float32Array, offset, rows)),
  integer(duckdb, chunk, column, cells, offset, rows) {
    const numbers = window(cells as Int32Array | Uint8Array, Int32Array, offset, rows);
    copy(duckdb, duckdb.data_chunk_get_vector(chunk.chunk, column), numbers);
  },
  coded(duckdb, chunk, column, cells, offset, rows) {
    const { codes } = cells as CodedText;
    copy(duckdb, duckdb.data_chunk_get_vector(chunk.chunk, column), codes.subarray(offset, offset + rows));
  },
};

/** NaN is missing. */
function fillNumbers(
  duckdb: typeof bindings,
  { chunk, rowCount }: DuckDBDataChunk,
  column: number,
  numbers: Float64Array | Float32Array,
): void {
  const vector = duckdb.data_chunk_get_vector(chunk, column);
  copy(duckdb, vector, numbers);
  markMissing(duckdb, vector, rowCount, (row) => Number.isNaN(numbers[row]));
}

type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Some rows of a column, as the numbers that SQL takes. */
function window<T extends Float64Array | Float32Array | Int32Array>(
  cells: Numbers,
  Type: { new (length: number): T; from(cells: ArrayLike<number>): T },
  offset: number,
  rows: number,
): T {
  const some = cells.subarray(offset, offset + rows);
  return some instanceof Type ? some : Type.from(some);
}

function copy(duckdb: typeof bindings, vector: bindings.Vector, cells: Numbers): void {
  // The binding reads no memory that is shared.
  const { buffer, byteOffset, byteLength } =
    cells.buffer instanceof SharedArrayBuffer ? cells.slice() : cells;
  duckdb.copy_data_to_vector(vector, 0, buffer as ArrayBuffer, byteOffset, byteLength);
}

/** Tells a vector which of its rows hold nothing. */
function markMissing(
  duckdb: typeof bindings,
  vector: bindings.Vector,
  rows: number,
  isMissing: (row: number) => boolean,
): void {
  let valid: Uint8Array<ArrayBuffer> | undefined;
  for (let row = 0; row < rows; row++) {
    if (!isMissing(row)) continue;
    valid ??= new Uint8Array(8 * Math.ceil(rows / 64)).fill(0xff);
    valid[row >> 3] &= ~(1 << (row & 7));
  }
  if (valid === undefined) return;
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, valid.buffer, 0, valid.byteLength);
}
