import type { Cells } from '../../block/block.js';
import { type ColumnWindow, windowsOf } from './column-windows.js';

/** So many rows are printed together: what they hold and what is made of them stays in a processor's second-level cache. */
const atOnce = 2048;

/** Columns, so many rows at a time. */
export function* windowsByRows(
  columns: readonly Cells[],
  rows: number,
): Generator<{ windows: ColumnWindow[]; rows: number }> {
  const windowsAt = columns.map(windowsOf);
  for (let first = 0; first < rows; first += atOnce) {
    const end = Math.min(first + atOnce, rows);
    yield { windows: windowsAt.map((windowAt) => windowAt(first, end)), rows: end - first };
  }
}
