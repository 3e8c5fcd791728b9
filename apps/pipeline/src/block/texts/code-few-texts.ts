import { type CodedCells, codesOf } from '@clv/table';

import { type Block, type Cells, CodedText, type Columns } from '../block.js';
import { PackedText } from './packed-text.js';
import { readableTexts } from './texts-as-array.js';

/** A byte numbers so many levels. */
const most = 256;

/** The same block, columns of few different texts coded: SQL takes them several times as quick. */
export const codeFewTexts = ({ rows, columns }: Block): Block => ({
  rows,
  columns: Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, codedIfFew(cells)])),
});

/** The same columns, those of few different texts with their codes, so that every stage goes through them as quick. */
export const withCodesTold = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, withCodes(cells)]));

function withCodes(cells: ArrayLike<unknown>): ArrayLike<unknown> {
  const coded = codedIfFew(cells);
  return coded instanceof CodedText ? readableTexts(coded) : cells;
}

/** A column is sent more than once, and looked through once. */
const met = new WeakMap<object, Cells>();

function codedIfFew(cells: Cells): Cells {
  if (cells instanceof CodedText || cells instanceof PackedText || ArrayBuffer.isView(cells)) return cells;
  const known = met.get(cells) ?? coded(cells);
  met.set(cells, known);
  return known;
}

function coded(cells: ArrayLike<unknown>): Cells {
  const told = codesOf(cells);
  if (told !== undefined) return byAppearance(told);
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

/** Levels in the order in which cells hold them first, as they are numbered where nobody has told the codes. */
function byAppearance({ codes, levels }: CodedCells): CodedText {
  const places = new Int16Array(levels.length).fill(-1);
  const met: string[] = [];
  for (let i = 0; i < codes.length && met.length < levels.length; i++)
    if (places[codes[i]] < 0) places[codes[i]] = met.push(levels[codes[i]] as string) - 1;
  if (places.every((place, code) => place === code)) return new CodedText(codes, met);
  const placed = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) placed[i] = places[codes[i]];
  return new CodedText(placed, met);
}
