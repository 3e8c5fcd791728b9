import { type DrawnColumn, packedIds } from '@clv/synth';
import { tellCodes } from '@clv/table';

import { CodedText } from '../../../block/block.js';
import { packedAsArray } from '../../../block/texts/packed-as-array.js';
import { PackedText } from '../../../block/texts/packed-text.js';
import { many } from './with-packed-ids.js';

/** A synthetic column as every stage reads it; ids, where there are many, stay packed. */
export function plainCells(column: DrawnColumn): ArrayLike<unknown> {
  if ('codes' in column) {
    const texts = new CodedText(column.codes, column.levels).toArray();
    tellCodes(texts, column);
    return texts;
  }
  if (!('first' in column)) return column;
  const { bytes, ends } = packedIds(column);
  const packed = new PackedText(bytes, ends);
  return packed.length < many ? [...packed] : packedAsArray(packed);
}
