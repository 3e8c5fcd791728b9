import { cellText } from '../cells/cell-text.js';
import { manyLevels } from '../profile/many-levels.js';
import { mostlyUnique } from '../profile/mostly-unique.js';
import { isNamedLike } from '../schema/role-names.js';

/** What is said of a column that is named as an id, where several rows have the same, as in a table of months; else undefined. */
export function sharedId(column: string, cells: ArrayLike<unknown>): string | undefined {
  if (!isNamedLike('id', column)) return undefined;
  const rows = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    const id = cellText(cells[i]);
    if (id !== '') rows.set(id, (rows.get(id) ?? 0) + 1);
  }
  const filled = [...rows.values()].reduce((sum, count) => sum + count, 0);
  if (rows.size < manyLevels || rows.size >= filled * mostlyUnique) return undefined;
  return `it is called an id, but names ${rows.size} customers in ${filled} rows, and each row counts as a customer; keep one row a customer and give it as the id`;
}
