import { type Block, type Cells, CodedText } from './block.js';

/** A block as another thread has sent it, where coded text comes as plain data. */
export const received = ({ rows, columns }: Block): Block => ({
  rows,
  columns: Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [
      name,
      isCoded(cells) ? new CodedText(cells.codes, cells.levels) : cells,
    ]),
  ),
});

const isCoded = (cells: Cells): cells is CodedText => 'levels' in cells;
