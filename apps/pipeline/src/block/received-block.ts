import { type Block, type Cells, CodedText } from './block.js';
import { PackedText } from './texts/packed-text.js';

/** A block as another thread has sent it, where texts that are coded or packed come as plain data. */
export const received = ({ rows, columns }: Block): Block => ({
  rows,
  columns: Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, restored(cells)])),
});

function restored(cells: Cells): Cells {
  if ('levels' in cells) return new CodedText(cells.codes, cells.levels);
  if ('ends' in cells) return new PackedText(cells.bytes, cells.ends);
  return cells;
}
