import { cellText } from '../cells/cell-text.js';
import type { DecimalMark } from '../cells/parse-number.js';
import { isMostly } from '../profile/is-mostly.js';
import { isNamedLike, namedLike, roleSigns, type RoleSigns } from '../schema/role-names.js';
import type { ColumnRole } from '../schema/roles.js';
import { readColumn, type TableLike } from '../table-like.js';

export interface RoleGuess {
  column: string;
  role: ColumnRole;
  why: string;
}

/** In an id column, at least this share of rows have a value of their own; the others are faults. */
const mostlyUnique = 0.95;

/** The columns that play a part by their names, and whose cells do not gainsay it. */
export function guessRoles(table: TableLike, columns: readonly string[], decimal: DecimalMark): RoleGuess[] {
  const guesses: RoleGuess[] = [];
  for (const signs of roleSigns) {
    const free = columns.filter((column) => !guesses.some((guess) => guess.column === column));
    const column = namedLike(signs, free).find((name) => fits(signs, readColumn(table, name), decimal));
    if (column) guesses.push({ column, role: signs.role, why: `its name says so, and ${signs.what}` });
  }
  return withoutHalfAnExperiment(guesses);
}

/** Whether a column identifies customers: by its name, and because hardly any two rows share a value. */
export function isIdentifier(column: string, cells: ArrayLike<unknown>): boolean {
  return isNamedLike('id', column) && isMostlyUnique(cells);
}

function fits({ role, takes }: RoleSigns, cells: ArrayLike<unknown>, decimal: DecimalMark): boolean {
  return role === 'id' ? isMostlyUnique(cells) : isMostly(cells, (cell) => takes(cell, decimal));
}

function isMostlyUnique(cells: ArrayLike<unknown>): boolean {
  const ids = new Set<string>();
  for (let i = 0; i < cells.length; i++) ids.add(cellText(cells[i]));
  return cells.length > 0 && ids.size >= cells.length * mostlyUnique;
}

/** An offer says nothing without its outcome, nor an outcome without its offer. */
function withoutHalfAnExperiment(guesses: RoleGuess[]): RoleGuess[] {
  const has = (role: ColumnRole) => guesses.some((guess) => guess.role === role);
  if (has('offer') && has('outcome')) return guesses;
  return guesses.filter(({ role }) => role !== 'offer' && role !== 'outcome' && role !== 'propensity');
}
