import { refusal } from '../../faults/refusal.js';

/**
 * Refuses to write to a table that is there already, such as one of another config's runs, and cannot hold what is written.
 *
 * @param name what to call the table.
 * @param has whether it has a column.
 * @param written those that it would need.
 * @throws InvalidInputError that names the columns it lacks.
 */
export function refuseWhereLacking(
  name: string,
  has: (column: string) => boolean,
  written: readonly string[],
): void {
  const missing = written.filter((column) => !has(column));
  if (missing.length > 0)
    throw refusal(
      'missing-columns',
      name,
      `${name}: the table is there already and has no column ${missing.join(', ')}; add them, or write to another table`,
    );
}
