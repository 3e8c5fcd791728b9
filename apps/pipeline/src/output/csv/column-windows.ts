import { isAscii } from 'node:buffer';

import { type Cells, CodedText, cellReader } from '../../block/block.js';
import { textOf } from '../../block/cells/text-of.js';
import { type EncodedTexts } from '../../block/texts/encode-texts.js';
import { packTexts } from '../../block/texts/pack-texts.js';
import { PackedText } from '../../block/texts/packed-text.js';
import { csvCell, quotedFor } from './csv-cell.js';
import { formulaStarts } from './formulas.js';
import { ownDigits } from './own-digits.js';

/** What the kernel knows columns as. */
const kinds = { numbers: 0, whole: 1, codes: 2, texts: 3 } as const;

/** Some rows of a column as the kernel takes them. */
export interface ColumnWindow {
  kind: (typeof kinds)[keyof typeof kinds];
  /** Numbers, or codes of texts; none where each row has a text of its own. */
  cells: Float64Array | Int32Array | Uint8Array;
  texts: EncodedTexts;
  /** The bytes that all of them take, or at most may take. */
  size: number;
}

const noCells = new Uint8Array(0);
const noTexts: EncodedTexts = { bytes: noCells, ends: new Int32Array(0) };

/** Such as -0.0000012345678901234567 and -2147483648. */
const [numberBytes, wholeBytes] = [25, 11];

/** Takes rows `first` to `end` out of a column. */
export function windowsOf(cells: Cells): (first: number, end: number) => ColumnWindow {
  if (cells instanceof Float64Array) return (first, end) => ofNumbers(cells.subarray(first, end));
  if (cells instanceof Float32Array)
    return (first, end) => ofNumbers(Float64Array.from(cells.subarray(first, end), ownDigits));
  if (cells instanceof Int32Array || cells instanceof Uint8Array)
    return (first, end) => ({
      kind: kinds.whole,
      cells: asInt32(cells.subarray(first, end)),
      texts: noTexts,
      size: wholeBytes * (end - first),
    });
  if (cells instanceof CodedText) {
    const texts = encoded(cells.levels.map(csvCell));
    return (first, end) => ofCodes(cells.codes.subarray(first, end), texts);
  }
  const read = cellReader(cells);
  return (first, end) => {
    const plain = cells instanceof PackedText ? plainTexts(cells, first, end) : undefined;
    const texts =
      plain ?? encoded(Array.from({ length: end - first }, (_, i) => csvCell(textOf(read(first + i)))));
    return ofTexts(texts);
  };
}

/** One text a row, shown as it is. */
export const ofTexts = (texts: EncodedTexts): ColumnWindow => ({
  kind: kinds.texts,
  cells: noCells,
  texts,
  size: texts.bytes.length,
});

const asInt32 = (cells: Int32Array | Uint8Array) =>
  cells instanceof Int32Array ? cells : Int32Array.from(cells);

const ofNumbers = (cells: Float64Array): ColumnWindow => ({
  kind: kinds.numbers,
  cells,
  texts: noTexts,
  size: numberBytes * cells.length,
});

function ofCodes(cells: Uint8Array, texts: EncodedTexts): ColumnWindow {
  const lengths = texts.ends.map((end, level) => end - (level === 0 ? 0 : texts.ends[level - 1]));
  let size = 0;
  for (const code of cells) size += lengths[code];
  return { kind: kinds.codes, cells, texts, size };
}

/** Half a pair of characters becomes the mark for what is unreadable. */
const encoded = (texts: string[]): EncodedTexts =>
  packTexts(texts) ?? packTexts(texts.map((text) => Buffer.from(text).toString()))!;

const quoteBytes = Buffer.from(quotedFor);

/** Packed texts that a CSV shows as they are; undefined where one of them must be looked at. */
function plainTexts(packed: PackedText, first: number, end: number): EncodedTexts | undefined {
  const start = packed.startOf(first);
  const bytes = packed.bytes.subarray(start, packed.startOf(end));
  if (!isAscii(bytes) || quoteBytes.some((byte) => bytes.includes(byte))) return undefined;
  const ends = packed.ends.slice(first, end);
  for (let i = 0, at = 0; i < ends.length; at = ends[i++]) {
    ends[i] -= start;
    if (ends[i] === at || formulaStarts.includes(bytes[at])) return undefined;
  }
  return { bytes, ends };
}
