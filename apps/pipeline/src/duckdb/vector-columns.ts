import type { DuckDBDataChunk } from '@duckdb/node-api';
import type bindings from '@duckdb/node-bindings';

import { TextPool } from '../block/texts/text-pool.js';

/** A column under construction: takes rows of chunks into its own rows from `at` on. */
export interface ColumnBuilder {
  take(chunk: DuckDBDataChunk, from: number, count: number, at: number): void;
  /** The first so many rows, for good: the builder goes on with new ones. */
  finish(rows: number): ArrayLike<unknown>;
}

type Bindings = typeof bindings;

/** Which rows of a vector hold a value; undefined where all do. */
function validityOf(duckdb: Bindings, vector: bindings.Vector, rows: number): Uint8Array | undefined {
  return duckdb.vector_get_validity(vector, 8 * Math.ceil(rows / 64)) ?? undefined;
}

const isValid = (validity: Uint8Array, row: number) => (validity[row >> 3] & (1 << (row & 7))) !== 0;

/** A column of DOUBLE; a null is NaN. */
export class DoubleColumn implements ColumnBuilder {
  private numbers = new Float64Array();
  /** As many rows as a block has had: a short table of many columns takes no room for long ones. */
  private room = 0;

  constructor(
    private readonly duckdb: Bindings,
    private readonly column: number,
    private readonly capacity: number,
  ) {}

  take({ chunk, rowCount }: DuckDBDataChunk, from: number, count: number, at: number): void {
    if (at + count > this.numbers.length) this.growTo(at + count);
    const vector = this.duckdb.data_chunk_get_vector(chunk, this.column);
    const bytes = this.duckdb.vector_get_data(vector, 8 * rowCount);
    this.numbers.set(new Float64Array(bytes.buffer, bytes.byteOffset + 8 * from, count), at);
    const validity = validityOf(this.duckdb, vector, rowCount);
    if (validity === undefined) return;
    for (let i = 0; i < count; i++) if (!isValid(validity, from + i)) this.numbers[at + i] = NaN;
  }

  private growTo(rows: number): void {
    this.room = Math.max(this.room, Math.min(2 * rows, this.capacity));
    const grown = new Float64Array(this.room);
    grown.set(this.numbers);
    this.numbers = grown;
  }

  finish(rows: number): Float64Array {
    const done = this.numbers;
    this.numbers = new Float64Array();
    return done.subarray(0, rows);
  }
}

/** DuckDB keeps text of at most so many bytes in the vector itself, longer text elsewhere. */
const inline = 12;
const cellBytes = 16;

/** A column of VARCHAR. */
export class TextColumn implements ColumnBuilder {
  private cells: (string | null)[] = [];
  private readonly pool = new TextPool();
  /** Texts that a chunk keeps outside its vector, by where they are: those of a Parquet dictionary stand there once. */
  private readonly outside = new Map<number, string>();

  constructor(
    private readonly duckdb: Bindings,
    private readonly column: number,
  ) {}

  take({ chunk, rowCount }: DuckDBDataChunk, from: number, count: number, at: number): void {
    const vector = this.duckdb.data_chunk_get_vector(chunk, this.column);
    const bytes = this.duckdb.vector_get_data(vector, cellBytes * rowCount);
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const validity = validityOf(this.duckdb, vector, rowCount);
    this.outside.clear();
    for (let i = 0; i < count; i++) {
      const row = from + i;
      this.cells[at + i] =
        validity !== undefined && !isValid(validity, row) ? null : this.read(bytes, words, row * cellBytes);
    }
  }

  private read(bytes: Uint8Array, words: DataView, cell: number): string {
    const length = words.getUint32(cell, true);
    if (length <= inline) return this.pool.take(bytes, cell + 4, cell + 4 + length);
    const place = words.getUint32(cell + 8, true) + words.getUint32(cell + 12, true) * 2 ** 32;
    let text = this.outside.get(place);
    if (text === undefined) {
      const found = this.duckdb.get_data_from_pointer(
        bytes.buffer as ArrayBuffer,
        bytes.byteOffset + cell + 8,
        length,
      );
      text = this.pool.take(found, 0, length);
      this.outside.set(place, text);
    }
    return text;
  }

  finish(): ArrayLike<unknown> {
    const done = this.cells;
    this.cells = [];
    return done;
  }
}

/** Text next to a column that holds most of the values: most chunks have none, and cost nothing. */
class RareText {
  private texts?: TextColumn;
  private some = false;

  constructor(
    private readonly duckdb: Bindings,
    private readonly column: number,
  ) {}

  take(chunk: DuckDBDataChunk, from: number, count: number, at: number): void {
    const vector = this.duckdb.data_chunk_get_vector(chunk.chunk, this.column);
    const validity = validityOf(this.duckdb, vector, chunk.rowCount);
    if (validity !== undefined && isBlank(validity, chunk.rowCount)) return;
    this.some = true;
    this.texts ??= new TextColumn(this.duckdb, this.column);
    this.texts.take(chunk, from, count, at);
  }

  /** The texts by row; undefined where there are none at all. */
  finish(): ArrayLike<unknown> | undefined {
    const found = this.some ? this.texts?.finish() : undefined;
    this.some = false;
    return found;
  }
}

function isBlank(validity: Uint8Array, rows: number): boolean {
  for (let byte = 0; byte < rows >> 3; byte++) if (validity[byte] !== 0) return false;
  for (let row = rows & ~7; row < rows; row++) if (isValid(validity, row)) return false;
  return true;
}

/** Numbers, and next to them the texts of cells that are none. */
abstract class NumbersBesideTexts implements ColumnBuilder {
  private readonly numbers: DoubleColumn;
  private readonly texts: RareText;

  constructor(duckdb: Bindings, column: number, capacity: number) {
    this.numbers = new DoubleColumn(duckdb, column, capacity);
    this.texts = new RareText(duckdb, column + 1);
  }

  take(chunk: DuckDBDataChunk, from: number, count: number, at: number): void {
    this.numbers.take(chunk, from, count, at);
    this.texts.take(chunk, from, count, at);
  }

  finish(rows: number): ArrayLike<unknown> {
    return this.cellsOf(this.numbers.finish(rows), this.texts.finish());
  }

  /** @param texts undefined where there are none at all. */
  protected abstract cellsOf(numbers: Float64Array, texts?: ArrayLike<unknown>): ArrayLike<unknown>;
}

/**
 * Numbers written as text: a column of those that SQL has read, and next to it the texts that it has not, which are
 * blank, odd or no numbers. Where there is any of them, the column is of numbers and texts.
 */
export class WrittenNumbers extends NumbersBesideTexts {
  protected override cellsOf(numbers: Float64Array, texts?: ArrayLike<unknown>): ArrayLike<unknown> {
    if (texts === undefined) return numbers;
    return Array.from(numbers, (number, i) => texts[i] ?? (Number.isNaN(number) ? null : number));
  }
}

/** Text of few different values, as SQL has numbered them, and next to it the texts that are none of those. */
export class FewTexts extends NumbersBesideTexts {
  constructor(
    duckdb: Bindings,
    column: number,
    capacity: number,
    private readonly levels: readonly string[],
  ) {
    super(duckdb, column, capacity);
  }

  protected override cellsOf(codes: Float64Array, texts?: ArrayLike<unknown>): ArrayLike<unknown> {
    const cells = new Array<unknown>(codes.length);
    for (let i = 0; i < codes.length; i++) cells[i] = this.levels[codes[i]] ?? texts?.[i] ?? null;
    return cells;
  }
}

/** A column of any other type, as JavaScript's own values. */
export class OtherColumn implements ColumnBuilder {
  private cells: unknown[] = [];

  constructor(
    private readonly column: number,
    private readonly toValues: (chunk: DuckDBDataChunk, column: number) => unknown[],
  ) {}

  take(chunk: DuckDBDataChunk, from: number, count: number, at: number): void {
    const values = this.toValues(chunk, this.column);
    for (let i = 0; i < count; i++) this.cells[at + i] = values[from + i];
  }

  finish(): ArrayLike<unknown> {
    const done = this.cells;
    this.cells = [];
    return done;
  }
}
