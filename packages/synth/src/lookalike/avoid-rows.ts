import { cellOf, type Cells, type ColumnKind } from './cells.js';

/**
 * Marks of rows that must not be drawn again. So few marks are possible that, of rows which were never there, one in 64
 * has a mark too: a mark tells nobody that a row was there.
 */
export interface RowMarks {
  possible: number;
  marks: number[];
}

const possiblePerRow = 64;

/** A row that this many customers share identifies nobody. */
const crowd = 5;

export function markRows(cells: readonly Cells[], rows: number): RowMarks {
  const kinds = cells.map(({ kind }) => kind);
  const row = new Float64Array(cells.length);
  const holders = new Map<string, number>();
  for (let i = 0; i < rows; i++) {
    cells.forEach(({ values }, c) => (row[c] = values[i]));
    const text = textOf(kinds, row);
    holders.set(text, (holders.get(text) ?? 0) + 1);
  }
  const possible = possiblePerRow * rows;
  const own = [...holders].filter(([, count]) => count < crowd).map(([text]) => markOf(text, possible));
  return { possible, marks: [...new Set(own)].sort((a, b) => a - b) };
}

/** Whether a row is, or might be, one of those marked. */
export function rowAvoider(kinds: readonly ColumnKind[], { possible, marks }: RowMarks) {
  const marked = new Set(marks);
  return (row: Float64Array): boolean => marked.has(markOf(textOf(kinds, row), possible));
}

const textOf = (kinds: readonly ColumnKind[], row: Float64Array): string =>
  kinds.map((kind, c) => cellOf(kind, row[c])).join('\u001f');

/** FNV-1a (Fowler, Noll and Vo), mixed as MurmurHash3 does at its end. */
function markOf(text: string, possible: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % possible;
}
