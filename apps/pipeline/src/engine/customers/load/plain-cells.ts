import { type DrawnColumn, packedIds } from '@clv/synth';

import { CodedText } from '../../../block/block.js';
import { PackedText } from '../../../block/texts/packed-text.js';
import { readableTexts } from '../../../block/texts/texts-as-array.js';

/** A synthetic column as every stage reads it. */
export function plainCells(column: DrawnColumn): ArrayLike<unknown> {
  if ('codes' in column) return readableTexts(new CodedText(column.codes, column.levels));
  if (!('first' in column)) return column;
  const { bytes, ends } = packedIds(column);
  return readableTexts(new PackedText(bytes, ends));
}
