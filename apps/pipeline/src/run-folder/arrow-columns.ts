import {
  type Batch,
  Column,
  batchType,
  columnFromArray,
  dictionary,
  float64,
  int32,
  uint8,
  utf8,
} from '@uwdata/flechette';

import type { CodedText } from '../block/block.js';

interface DictionaryBatch extends Batch<string> {
  setDictionary(texts: Column<string>): Batch<string>;
}

/** Numbers as they lie in memory; those of nobody have a type all the same. */
export function numberColumn(numbers: Float64Array | Int32Array): Column<number> {
  if (numbers.length > 0) return columnFromArray<number>(numbers);
  return columnFromArray<number>([], numbers instanceof Int32Array ? int32() : float64());
}

/** Coded text as a dictionary of its levels; the codes share their memory. */
export function codedColumn({ codes, levels }: CodedText): Column<string> {
  const texts = columnFromArray<string>([...levels], utf8());
  const type = dictionary(texts.type, uint8());
  if (codes.length === 0) return columnFromArray<string>([], type);
  const BatchOfType = batchType(type);
  const batch = new BatchOfType({
    length: codes.length,
    nullCount: 0,
    type,
    validity: new Uint8Array(0),
    values: codes,
  });
  return new Column([(batch as DictionaryBatch).setDictionary(texts)]);
}

/** Texts one after another, encoded some thousand at a time; null stays null. */
export function textColumn(texts: ArrayLike<string | null>): Column<string> {
  const rows = texts.length;
  const type = utf8();
  if (rows === 0) return columnFromArray<string>([], type);
  const offsets = new Int32Array(rows + 1);
  const parts: Uint8Array[] = [];
  const validity = new Uint8Array(Math.ceil(rows / 8));
  let nullCount = 0;
  let end = 0;
  for (let from = 0; from < rows; from += atOnce) {
    const to = Math.min(from + atOnce, rows);
    const some: string[] = [];
    for (let row = from; row < to; row++) {
      const text = texts[row];
      if (text === null) nullCount++;
      else validity[row >> 3] |= 1 << (row & 7);
      some.push(text ?? '');
    }
    const bytes = encoder.encode(some.join(''));
    const lengths = isAscii(some, bytes) ? lengthOf : bytesOf;
    for (let row = from; row < to; row++) offsets[row + 1] = end += lengths(some[row - from]);
    parts.push(bytes);
  }
  const values = new Uint8Array(Buffer.concat(parts));
  const BatchOfType = batchType(type);
  return new Column([new BatchOfType({ length: rows, nullCount, type, validity, offsets, values })]);
}

const atOnce = 8192;
const encoder = new TextEncoder();

const lengthOf = (text: string) => text.length;
const bytesOf = (text: string) => Buffer.byteLength(text);

const isAscii = (texts: readonly string[], { length }: Uint8Array) =>
  texts.reduce((sum, text) => sum + text.length, 0) === length;
