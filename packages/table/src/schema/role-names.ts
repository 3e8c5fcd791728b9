import { isBlank } from '../cells/is-blank.js';
import { parseLabel } from '../cells/parse-label.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { parseYesNo } from '../cells/parse-yes-no.js';
import { english } from './names/english.js';
import { french } from './names/french.js';
import { german } from './names/german.js';
import { portuguese } from './names/portuguese.js';
import { spanish } from './names/spanish.js';
import type { ColumnRole } from './roles.js';

/** How a column of a role is known. */
export interface RoleSigns {
  role: ColumnRole;
  /** Whether a filled cell may be one of such a column. */
  takes: (cell: unknown, decimal: DecimalMark) => boolean;
  /** What the cells then are. */
  what: string;
}

const isFilled = (cell: unknown) => !isBlank(cell);
const isLabel = (cell: unknown) => isFilled(cell) && parseLabel(cell) !== undefined;
const isAmount = (cell: unknown, decimal: DecimalMark) => parseNumber(cell, decimal) >= 0;
const isShare = (cell: unknown, decimal: DecimalMark) =>
  isAmount(cell, decimal) && parseNumber(cell, decimal) <= 1;
const isOutcome = (cell: unknown, decimal: DecimalMark) =>
  (isFilled(cell) && parseYesNo(cell) !== undefined) || !Number.isNaN(parseNumber(cell, decimal));

const noLess = { takes: isAmount, what: 'its values are numbers of at least 0' };
const share = { takes: isShare, what: 'its values lie in [0, 1]' };

export const roleSigns: readonly RoleSigns[] = [
  { role: 'id', takes: isFilled, what: 'hardly any two rows share a value' },
  { role: 'label', takes: isLabel, what: 'its values say who left' },
  { role: 'price', ...noLess },
  { role: 'margin', ...noLess },
  { role: 'tenure', ...noLess },
  { role: 'sensitivity', ...share },
  { role: 'offer', takes: isFilled, what: 'the outcome of an experiment stands beside it' },
  { role: 'propensity', ...share },
  { role: 'outcome', takes: isOutcome, what: 'an offer stands beside it' },
];

const languages = [english, german, french, spanish, portuguese];

/** The names of columns of each role in all languages, by how plainly they say so. */
const namesOf = new Map(
  roleSigns.map(({ role }): [ColumnRole, RegExp[][]] => {
    const ranked = languages.map((names) => names[role] ?? []);
    const ranks = Math.max(...ranked.map((names) => names.length));
    return [role, Array.from({ length: ranks }, (_, rank) => ranked.flatMap((names) => names[rank] ?? []))];
  }),
);

/** Whether a role is known by this name, whatever its case, accents and separators. */
export const isNamedLike = (role: ColumnRole, column: string): boolean =>
  namedLike(role, [column]).length > 0;

/** Those that are named as columns of a role are, the likeliest first; those in one list are named as plainly. */
export function namedLike(role: ColumnRole, columns: readonly string[]): string[][] {
  const names = new Map(columns.map((column) => [column, snakeCase(column)]));
  const left = new Set(columns);
  return (namesOf.get(role) ?? []).flatMap((rank) => {
    const matching = rank.flatMap((name) => [...left].filter((column) => name.test(names.get(column)!)));
    const found = [...new Set(matching)];
    for (const column of found) left.delete(column);
    return found.length === 0 ? [] : [found];
  });
}

/**
 * The columns that are named as those of a role are, in English, German, French, Spanish or Portuguese, the likeliest first. Their
 * cells may gainsay it: see `inferSchema`, which looks at them.
 */
export const columnsNamedLike = (role: ColumnRole, columns: readonly string[]): string[] =>
  namedLike(role, columns).flat();

/** `MonthlyCharges` and `Monthly Charges ($)` are `monthly_charges`, `customerID` is `customer_id`, `Gekündigt` is `gekundigt`. */
export function snakeCase(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}
