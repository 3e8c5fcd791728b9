import type { PackedText } from '../block/texts/packed-text.js';

/** A cell of a vector of text. */
const cellBytes = 16;

/** A text of no more bytes lies in its cell; a longer one elsewhere. */
const longest = 12;

/**
 * Texts as DuckDB's vectors hold short ones (`duckdb_string_t`, inlined): the length as a 32-bit number, then the bytes. To lay
 * down a vector at once takes a tenth of handing over each text.
 *
 * @param texts null where there is none.
 * @returns undefined where a text is long, or not ASCII.
 */
export function shortTexts(texts: readonly (string | null)[]): Uint8Array | undefined {
  const bytes = new Uint8Array(cellBytes * texts.length);
  for (let i = 0, at = 0; i < texts.length; i++, at += cellBytes) {
    const text = texts[i];
    if (text === null) continue;
    if (text.length > longest) return undefined;
    bytes[at] = text.length;
    for (let k = 0; k < text.length; k++) {
      const code = text.charCodeAt(k);
      if (code > 127) return undefined;
      bytes[at + 4 + k] = code;
    }
  }
  return bytes;
}

/** The same of some rows of packed text; undefined where one is long. */
export function shortPacked(texts: PackedText, from: number, rows: number): Uint8Array | undefined {
  const cells = new Uint8Array(cellBytes * rows);
  let start = texts.startOf(from);
  for (let i = 0, at = 0; i < rows; i++, at += cellBytes) {
    const end = texts.ends[from + i];
    if (end - start > longest) return undefined;
    cells[at] = end - start;
    for (let to = at + 4; start < end; start++) cells[to++] = texts.bytes[start];
  }
  return cells;
}
