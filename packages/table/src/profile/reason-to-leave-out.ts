import { cellText } from '../cells/cell-text.js';
import { manyLevels } from './many-levels.js';
import type { ColumnProfile } from './profile-column.js';

/** Why a column that nobody asked for is no feature; undefined where it is one. */
export function reasonToLeaveOut(
  cells: ArrayLike<unknown>,
  { kind, levels }: ColumnProfile,
): string | undefined {
  if (kind === 'blank') return 'every cell is blank';
  if (isConstant(cells)) return 'every cell is the same';
  if (kind !== 'text' || levels.size < manyLevels) return undefined;
  let filled = 0;
  for (const count of levels.values()) filled += count;
  if (levels.size === filled) return 'an identifier: no two rows have the same text';
  return levels.size > filled / 2 ? 'free text: most rows have a text of their own' : undefined;
}

/** Each `Date` is an object of its own, and text may have white space at its ends. */
function isConstant(cells: ArrayLike<unknown>): boolean {
  for (let i = 1; i < cells.length; i++)
    if (cells[i] !== cells[0] && cellText(cells[i]) !== cellText(cells[0])) return false;
  return true;
}
