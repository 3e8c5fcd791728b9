import { cellText } from '../cells/cell-text.js';
import { labelWord } from '../cells/parse-label.js';
import type { DecimalMark } from '../cells/parse-number.js';
import { holdsShares } from '../profile/holds-shares.js';
import { isMostly } from '../profile/is-mostly.js';
import { manyLevels } from '../profile/many-levels.js';
import { mostlyUnique } from '../profile/mostly-unique.js';
import { profileColumn } from '../profile/profile-column.js';
import { name } from '../schema/names/role-names.js';
import { isNamedLike, namedLike, roleSigns, snakeCase, type RoleSigns } from '../schema/role-names.js';
import type { ColumnRole } from '../schema/roles.js';
import { readColumn, type TableLike } from '../table-like.js';

export interface RoleGuess {
  column: string;
  role: ColumnRole;
  why: string;
  /** Columns that are as likely to play it: someone must say which is meant. */
  rivals?: string[];
}

/** The columns that play a part by their names, and whose cells do not gainsay it; an id may be known by its cells alone, a label by the words of a status. */
export function guessRoles(table: TableLike, columns: readonly string[], decimal: DecimalMark): RoleGuess[] {
  const guesses: RoleGuess[] = [];
  const free = () => columns.filter((column) => !guesses.some((guess) => guess.column === column));
  const isMoney = (name: string) => !isMarginOfShares(table, name, guesses, decimal);
  for (const signs of roleSigns) {
    const fitting = namedLike(signs.role, free())
      .map((names) => names.filter((name) => fits(signs, readColumn(table, name), decimal)))
      .map((names) => (signs.role === 'margin' ? names.filter(isMoney) : names))
      .find((names) => names.length > 0);
    if (fitting === undefined) continue;
    const [column, ...rivals] = fitting;
    const why = `its name says so, and ${signs.what}`;
    guesses.push({ column, role: signs.role, why, ...(rivals.length > 0 && { rivals }) });
  }
  if (!guesses.some(({ role }) => role === 'label')) guesses.push(...labelByWords(table, free()));
  if (!guesses.some(({ role }) => role === 'id')) guesses.unshift(...idByCells(table, free(), decimal));
  return withoutHalfAnExperiment(guesses);
}

const status = name(
  '((customer|client|account|member|membership|subscriber|subscription|contract)_?)?status',
  '(kunden_?|vertrags_?)status|statut(_client)?|estado(_(del_)?cliente)?|(situacao|status)(_(do_)?cliente)?',
);

/** The one status that says in words who left and who did not: of 1 and 0 nobody knows which is which. */
function labelByWords(table: TableLike, columns: readonly string[]): RoleGuess[] {
  const telling = columns
    .filter((column) => status.some((one) => one.test(snakeCase(column))))
    .filter((column) => saysWhoLeft(readColumn(table, column)));
  const why = 'its words say who left and who did not';
  return telling.length === 1 ? [{ column: telling[0], role: 'label', why }] : [];
}

function saysWhoLeft(cells: ArrayLike<unknown>): boolean {
  const said = new Set(Array.from(cells, labelWord));
  return said.has(1) && said.has(0) && isMostly(cells, (cell) => labelWord(cell) !== undefined);
}

/** The one column of codes of which no two are the same; where there are several, none. */
function idByCells(table: TableLike, columns: readonly string[], decimal: DecimalMark): RoleGuess[] {
  const unique = columns.filter((column) => areUniqueCodes(readColumn(table, column), decimal));
  const why = 'no two rows have the same text, which is so of no other column';
  return unique.length === 1 ? [{ column: unique[0], role: 'id', why }] : [];
}

function areUniqueCodes(cells: ArrayLike<unknown>, decimal: DecimalMark): boolean {
  const isCode = (cell: unknown) => typeof cell === 'string' && cell !== '' && !/\s/.test(cell);
  if (cells.length < manyLevels) return false;
  for (let i = 0; i < cells.length; i++) if (!isCode(cells[i])) return false;
  const { kind, levels } = profileColumn(cells, decimal);
  return kind === 'text' && levels.size === cells.length;
}

/** Whether a column identifies customers: by its name, and because hardly any two rows share a value. */
export function isIdentifier(column: string, cells: ArrayLike<unknown>): boolean {
  return isNamedLike('id', column) && isMostlyUnique(cells);
}

/** Whether a column is by its name a margin, but one in shares of what was taken for the price. */
export function isMarginOfShares(
  table: TableLike,
  column: string,
  guesses: readonly { role: string; column: string }[],
  decimal: DecimalMark,
): boolean {
  const price = guesses.find(({ role }) => role === 'price')?.column;
  return price !== undefined && isNamedLike('margin', column) && holdsShares(table, column, price, decimal);
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
