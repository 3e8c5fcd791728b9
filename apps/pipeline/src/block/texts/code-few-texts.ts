import { type Block, type Cells, CodedText } from '../block.js';
import { PackedText } from './packed-text.js';

/** A byte numbers so many levels. */
const most = 256;

/** The same block, columns of few different texts coded: SQL takes them several times as quick. */
export const codeFewTexts = ({ rows, columns }: Block): Block => ({
  rows,
  columns: Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, codedIfFew(cells)])),
});

/** A column is sent more than once, and looked through once. */
const met = new WeakMap<object, Cells>();

function codedIfFew(cells: Cells): Cells {
  if (cells instanceof CodedText || cells instanceof PackedText || ArrayBuffer.isView(cells)) return cells;
  const known = met.get(cells) ?? coded(cells);
  met.set(cells, known);
  return known;
}

function coded(cells: ArrayLike<unknown>): Cells {
  const codes = new Uint8Array(cells.length);
  const codeOf = new Map<unknown, number>();
  for (let i = 0; i < cells.length; i++) {
    let code = codeOf.get(cells[i]);
    if (code === undefined) {
      if (typeof cells[i] !== 'string' || codeOf.size === most) return cells;
      code = codeOf.size;
      codeOf.set(cells[i], code);
    }
    codes[i] = code;
  }
  return new CodedText(codes, [...codeOf.keys()] as string[]);
}
