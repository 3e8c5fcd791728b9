import type { TableColumn } from '../table/customer-table.js';

/** The texts of an Arrow column as they lie in the file: row `i` is the bytes from `offsets[i]` up to the next. */
interface Texts {
  values: Uint8Array;
  offsets: Int32Array;
}

/**
 * A test of whether the id in a row holds a text, in any case. Where the ids lie in an Arrow file their bytes are looked
 * at, as a text made of each of a million ids would hold the page up at every key that is typed.
 */
export function idMatch(ids: TableColumn, part: string): (row: number) => boolean {
  const wanted = part.toLowerCase();
  const texts = textsOf(ids);
  if (!texts || !isAscii(wanted))
    return (row) =>
      String(ids.at(row) ?? '')
        .toLowerCase()
        .includes(wanted);
  const { values, offsets } = texts;
  const bytes = Uint8Array.from(wanted, (letter) => letter.charCodeAt(0));
  return (row) => holds(values, offsets[row], offsets[row + 1], bytes);
}

/** Blanks, and columns in several pieces, are left to be read as texts. */
function textsOf(ids: TableColumn): Texts | undefined {
  const pieces = (ids as { data?: readonly (Partial<Texts> & { nullCount: number })[] }).data;
  if (!Array.isArray(pieces) || pieces.length !== 1) return undefined;
  const [{ values, offsets, nullCount }] = pieces;
  return nullCount === 0 && values instanceof Uint8Array && offsets instanceof Int32Array
    ? { values, offsets }
    : undefined;
}

const isAscii = (text: string) => /^[\x00-\x7f]*$/.test(text);

function holds(values: Uint8Array, from: number, to: number, wanted: Uint8Array): boolean {
  for (let start = from; start + wanted.length <= to; start++) {
    let i = 0;
    while (i < wanted.length && lower(values[start + i]) === wanted[i]) i++;
    if (i === wanted.length) return true;
  }
  return false;
}

const lower = (letter: number) => (letter >= 65 && letter <= 90 ? letter + 32 : letter);
