import { type Hash, createHash } from 'node:crypto';

import { CodedText, cellReader } from '../../../block/block.js';
import { textsBehind } from '../../../block/texts/texts-as-array.js';
import type { PackedText } from '../../../block/texts/packed-text.js';
import { writtenCell } from '../../../block/cells/written-cell.js';
import { copyByWords, roomFor } from '../../../block/texts/copy-by-words.js';

/** Columns of a table; texts may be coded. */
export type HashedColumns = Readonly<Record<string, ArrayLike<unknown> | CodedText>>;

/**
 * A hash of the cells themselves, which is the same whether numbers came as text or as numbers, as CSV, Parquet or from a
 * seed. A table may come in blocks.
 */
export class InputHash {
  private readonly columns = new Map<string, Hash>();

  add(columns: HashedColumns): void {
    for (const [name, cells] of Object.entries(columns)) {
      let hash = this.columns.get(name);
      if (!hash) this.columns.set(name, (hash = createHash('sha256')));
      addCells(hash, cells);
    }
  }

  digest(): string {
    const whole = createHash('sha256');
    for (const [name, hash] of this.columns) whole.update(`${name}\u001e${hash.digest('hex')}\u001d`);
    return whole.digest('hex');
  }
}

/** The hash of a table that is in memory whole. */
export function hashOf(columns: HashedColumns): string {
  const hash = new InputHash();
  hash.add(columns);
  return hash.digest();
}

function addCells(hash: Hash, cells: ArrayLike<unknown> | CodedText): void {
  const texts = cells instanceof CodedText ? cells : textsBehind(cells);
  if (texts instanceof CodedText) return addCoded(hash, texts);
  const numbers = asNumbers(cells as ArrayLike<unknown>);
  if (numbers) return void hash.update(numbers);
  if (texts) return addPacked(hash, texts);
  const read = cellReader(cells);
  for (let from = 0; from < cells.length; from += atOnce)
    hash.update(textOf(read, from, Math.min(from + atOnce, cells.length)));
}

/** Cells are joined some at a time: a text of all of them takes the memory of a column again, several times over. */
const atOnce = 8192;

/** What follows each text: the character that separates the units of a record. */
const separator = 0x1f;

function textOf(read: (row: number) => unknown, from: number, to: number): string {
  let text = '';
  for (let row = from; row < to; row++) text += `${writtenCell(read(row))}\u001f`;
  return text;
}

/** What the same texts add that are not packed. */
function addPacked(hash: Hash, { bytes, ends }: PackedText): void {
  const read = roomFor(bytes.length);
  read.bytes.set(bytes);
  const written = roomFor(bytes.length + ends.length);
  for (let row = 0, from = 0, to = 0; row < ends.length; row++) {
    const length = ends[row] - from;
    copyByWords(read.words, from, length, written.words, to);
    from = ends[row];
    to += length;
    written.bytes[to++] = separator;
  }
  hash.update(written.bytes);
}

/** What the same texts add that are not coded; no cell tells of levels that none holds. */
function addCoded(hash: Hash, { codes, levels }: CodedText): void {
  const isHeld = new Uint8Array(levels.length);
  for (let row = 0; row < codes.length; row++) isHeld[codes[row]] = 1;
  const numbers = asNumbers(levels.map((level, code) => (isHeld[code] ? level : '')));
  if (numbers) return void hash.update(Float64Array.from(codes, (code) => numbers[code]));
  const texts = levels.map((level) => Buffer.from(`${level}\u001f`));
  const lengths = texts.map(({ length }) => length);
  const longest = Math.max(...lengths);
  const read = roomFor(levels.length * longest);
  texts.forEach((text, code) => read.bytes.set(text, code * longest));
  const written = roomFor(atOnce * longest);
  for (let from = 0; from < codes.length; from += atOnce) {
    let to = 0;
    for (const code of codes.subarray(from, from + atOnce)) {
      copyByWords(read.words, code * longest, lengths[code], written.words, to);
      to += lengths[code];
    }
    hash.update(written.bytes.subarray(0, to));
  }
}

/** A column of numbers as such, also where they are written as text; a blank cell is NaN. */
function asNumbers(cells: ArrayLike<unknown>): Float64Array | undefined {
  if (cells instanceof Float64Array) return cells;
  if (ArrayBuffer.isView(cells)) return new Float64Array(cells as Int32Array);
  const numbers = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null || cell === undefined || cell === '') numbers[i] = NaN;
    else {
      const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell) : NaN;
      if (Number.isNaN(number) && typeof cell !== 'number') return undefined;
      numbers[i] = number;
    }
  }
  return numbers;
}
