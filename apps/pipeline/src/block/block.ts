import { PackedText } from './texts/packed-text.js';

/** The cells of a column, one a row. */
export type Cells = ArrayLike<unknown> | CodedText | PackedText;

/** A run of rows as columns of equal length; numbers in typed arrays, where NaN is missing. */
export interface Block {
  rows: number;
  columns: Readonly<Record<string, Cells>>;
}

/** Plain columns of equal length; the key order is the column order. */
export type Columns = Record<string, ArrayLike<unknown>>;

/** The same as it is read: its columns are plain. */
export interface PlainBlock extends Block {
  columns: Columns;
}

/** Text of few different values: the place of each cell's value among the levels. */
export class CodedText {
  constructor(
    readonly codes: Uint8Array,
    readonly levels: readonly string[],
  ) {}

  get length(): number {
    return this.codes.length;
  }

  at(row: number): string {
    return this.levels[this.codes[row]];
  }

  *[Symbol.iterator](): Generator<string> {
    for (const code of this.codes) yield this.levels[code];
  }

  /** The texts at some rows. */
  take(rows: ArrayLike<number>): CodedText {
    const codes = new Uint8Array(rows.length);
    for (let i = 0; i < codes.length; i++) codes[i] = this.codes[rows[i]];
    return new CodedText(codes, this.levels);
  }
}

/** Reads a column cell by cell. */
export function cellReader(cells: Cells): (row: number) => unknown {
  if (cells instanceof CodedText || cells instanceof PackedText) return (row) => cells.at(row);
  return (row) => cells[row];
}
