import type { Block, Cells, CodedText } from '../../../block/block.js';
import { received } from '../../../block/received-block.js';
import { textsAsArray } from '../../../block/texts/texts-as-array.js';
import { PackedText } from '../../../block/texts/packed-text.js';
import { hashOf } from './input-hash.js';

/** The hash of a table that another thread has sent. */
export function hashOfBlock(sent: Block): string {
  const columns = Object.entries(received(sent).columns).map(([name, cells]) => [name, asHashed(cells)]);
  return hashOf(Object.fromEntries(columns));
}

const asHashed = (cells: Cells): ArrayLike<unknown> | CodedText =>
  cells instanceof PackedText ? textsAsArray(cells) : cells;
