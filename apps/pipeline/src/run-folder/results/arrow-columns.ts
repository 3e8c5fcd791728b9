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

import type { CodedText } from '../../block/block.js';
import { type EncodedTexts, encodeTexts } from '../../block/texts/encode-texts.js';

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

/** Texts one after another; null stays null. */
export function textColumn(texts: ArrayLike<string | null>): Column<string> {
  const validity = new Uint8Array(Math.ceil(texts.length / 8));
  let nullCount = 0;
  const written = Array.from(texts, (text, row) => {
    if (text === null) nullCount++;
    else validity[row >> 3] |= 1 << (row & 7);
    return text ?? '';
  });
  const encoded = encodeTexts(written);
  return nullCount === 0 ? encodedColumn(encoded) : encodedColumn(encoded, { nullCount, validity });
}

const noNulls = { nullCount: 0, validity: new Uint8Array(0) };

/** Texts that are encoded already; they share the memory. */
export function encodedColumn(
  { bytes: values, ends }: EncodedTexts,
  { nullCount, validity } = noNulls,
): Column<string> {
  const type = utf8();
  if (ends.length === 0) return columnFromArray<string>([], type);
  const offsets = new Int32Array(ends.length + 1);
  offsets.set(ends, 1);
  const BatchOfType = batchType(type);
  return new Column([new BatchOfType({ length: ends.length, nullCount, type, validity, offsets, values })]);
}
