import type { Fault } from '@clv/contracts';
import { isArquero, type TableLike } from '../table-like.js';

/** A table without columns or rows, and plain columns that are no arrays or of unequal length. */
export function checkShape(table: TableLike, names: readonly string[], rows: number): Fault[] {
  if (names.length === 0) return [{ rule: 'empty-table', message: 'the table has no columns' }];
  const faults = isArquero(table) ? [] : names.flatMap((name) => checkColumn(name, table[name], rows));
  if (rows === 0) faults.push({ rule: 'empty-table', message: 'the table has no rows' });
  return faults;
}

/** A column that is not an array, or not as long as the longest. */
export function checkColumn(column: string, cells: unknown, rows: number): Fault[] {
  if (!isColumn(cells)) {
    return [{ rule: 'not-a-column', message: `${column} is not an array`, column }];
  }
  if (cells.length === rows) return [];
  const message = `${column} has ${cells.length} rows where the longest column has ${rows}`;
  return [{ rule: 'ragged-column', message, column }];
}

/** Whether something holds cells. */
export function isColumn(cells: unknown): cells is ArrayLike<unknown> {
  return typeof cells === 'object' && cells !== null && 'length' in cells;
}
