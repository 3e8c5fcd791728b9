import type { Columns } from '../../../block/block.js';

import { packTexts } from '../../../block/texts/pack-texts.js';
import { many, packedBehind, textsAsArray } from '../../../block/texts/texts-as-array.js';

/** The same columns, their many ids packed: they go through every stage, and hardly any stage looks at them. */
export function withPackedIds(columns: Columns, id: string | undefined): Columns {
  return id !== undefined && id in columns && columns[id].length >= many ? packIds(columns, id) : columns;
}

/** The same columns, the ids packed where they are text. */
export function packIds(columns: Columns, id: string | undefined): Columns {
  const cells = id === undefined ? undefined : columns[id];
  if (cells === undefined || packedBehind(cells) !== undefined) return columns;
  const packed = packTexts(cells);
  return packed === undefined ? columns : { ...columns, [id!]: textsAsArray(packed) };
}
