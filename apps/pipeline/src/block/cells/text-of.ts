import { writtenCell } from './written-cell.js';

/** The text of a cell; null where it is missing. */
export const textOf = (cell: unknown): string | null =>
  cell === null || cell === undefined || Number.isNaN(cell) ? null : writtenCell(cell);
