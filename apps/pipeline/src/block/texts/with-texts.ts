import type { Block } from '../block.js';

/** The same block, some of its columns as text: a table that others read keeps its types from one night to the next. */
export const withTexts = ({ rows, columns }: Block, names: ReadonlySet<string> = new Set()): Block => ({
  rows,
  columns: Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [
      name,
      names.has(name) ? texts(cells as ArrayLike<unknown>) : cells,
    ]),
  ),
});

const texts = (cells: ArrayLike<unknown>) =>
  Array.from(cells, (cell) => (cell === null || Number.isNaN(cell) ? null : String(cell)));
