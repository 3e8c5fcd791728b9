import type { Fault } from '@clv/contracts';
import { readColumn, type TableLike } from '../table-like.js';
import type { FittedTable } from './encode-features.js';

/** Of each column that is encoded as numbers, the first cell that is infinite: nothing can be learnt from it. */
export function infiniteFaults(table: TableLike, { encoding, unseen }: FittedTable): Fault[] {
  return encoding.columns.flatMap(({ column, kind }): Fault[] => {
    if (kind !== 'number' || !Object.hasOwn(unseen, column)) return [];
    const cells = readColumn(table, column);
    const row = firstInfinite(cells);
    if (row === undefined) return [];
    const message = `row ${row + 1}, ${column}: features must be finite or blank: ${cells[row]}`;
    return [{ rule: 'not-finite', message, column, row: row + 1, value: cells[row] }];
  });
}

/** Features are float32: what is beyond its range counts as infinite. */
function firstInfinite(cells: ArrayLike<unknown>): number | undefined {
  for (let row = 0; row < cells.length; row++)
    if (typeof cells[row] === 'number' && Math.abs(Math.fround(cells[row] as number)) === Infinity)
      return row;
  return undefined;
}
