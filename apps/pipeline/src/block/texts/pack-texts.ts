import { encodeTexts, joinBytes } from './encode-texts.js';
import { PackedText } from './packed-text.js';

/** Half of a pair of characters that UTF-16 makes of one: UTF-8 cannot hold it. */
const surrogate = /\p{Surrogate}/u;

/** Texts as bytes; undefined where a cell is no text, or one that bytes do not hold. */
export function packTexts(cells: ArrayLike<unknown>): PackedText | undefined {
  let characters = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (typeof cell !== 'string') return undefined;
    characters += cell.length;
  }
  const texts = cells as ArrayLike<string>;
  const { bytes, ends } = encodeTexts(texts);
  if (bytes.length > characters && Array.from(texts).some((text) => surrogate.test(text))) return undefined;
  return new PackedText(bytes, ends);
}

/** The texts of several columns, one after another. */
export function joinPacked(columns: readonly PackedText[]): PackedText {
  const ends = new Int32Array(columns.reduce((rows, { length }) => rows + length, 0));
  let row = 0;
  let before = 0;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) ends[row++] = before + column.ends[i];
    before += column.bytes.length;
  }
  return new PackedText(joinBytes(columns.map(({ bytes }) => bytes)), ends);
}
