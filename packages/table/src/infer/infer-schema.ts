import { parseLabel } from '../cells/parse-label.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { latestDate } from '../profile/latest-date.js';
import { manyLevels } from '../profile/many-levels.js';
import { type ColumnProfile, profileColumn } from '../profile/profile-column.js';
import { reasonToLeaveOut } from '../profile/reason-to-leave-out.js';
import { defineSchema } from '../schema/define-schema.js';
import { isNamedLike } from '../schema/role-names.js';
import { columnRoles, type ColumnRole, type Roles } from '../schema/roles.js';
import type { Schema } from '../schema/schema.js';
import { readColumn, type TableLike } from '../table-like.js';
import { readableColumns } from '../validate/readable-columns.js';
import { sharedId } from '../validate/shared-id.js';
import { unreadCells } from '../validate/unread-cells.js';
import { guessRoles, isIdentifier, isMarginOfShares } from './guess-roles.js';
import { copiesAmong } from './label-copies.js';
import { misfitsOfMargin } from './misfits-of-margin.js';
import { percent } from './percent.js';

/** What part a column was given, and why; that it is among the `features` is said only where that is not obvious. */
export interface RoleReason {
  column: string;
  role: keyof Roles;
  why: string;
  /** Other columns that are as likely to play it; someone who knows must say which is meant. */
  rivals?: string[];
}

/** A guessed schema, and why each column got its part. */
export interface InferredSchema {
  schema: Schema;
  reasons: RoleReason[];
}

/**
 * A guess at what the columns of a table mean, to be checked by someone who knows them.
 *
 * Roles are guessed by the names that such columns usually have, in English, German, French, Spanish or Portuguese, where the
 * cells fit; an id also where one column alone holds codes of which no two are the same, a label where a status says in words who left. Where others are named as plainly, they
 * are the `rivals` of the one that was taken. Left out of the features are columns that
 * copy the label (see `findLabelCopies`), identifiers, also those that rows share, row numbers, free text, and what is blank or the same throughout. The
 * snapshot is the latest date among the features. Decimal commas are assumed where more columns are numbers that way. It takes
 * any table, sound or not: `validateTable` reports faults.
 */
export function inferSchema(table: TableLike): InferredSchema {
  const names = readableColumns(table);
  const decimal = inferDecimal(table, names);
  const reasons: RoleReason[] = guessRoles(table, names, decimal);
  const remaining = () => names.filter((name) => !reasons.some(({ column }) => column === name));
  reasons.push(...copiesOfLabel(table, reasons, remaining(), decimal));
  for (const column of remaining()) reasons.push(...reasonOf(table, column, reasons, decimal));
  return { schema: schemaOf(table, reasons, decimal), reasons: withoutCopies(reasons) };
}

/** It does not matter which of two columns that say the same is taken for the label. */
function withoutCopies(reasons: readonly RoleReason[]): RoleReason[] {
  const excluded = new Set(reasons.filter(({ role }) => role === 'exclude').map(({ column }) => column));
  return reasons.map(({ rivals, ...reason }) => {
    const left = rivals?.filter((rival) => reason.role !== 'label' || !excluded.has(rival)) ?? [];
    return left.length === 0 ? reason : { ...reason, rivals: left };
  });
}

function copiesOfLabel(
  table: TableLike,
  roles: readonly RoleReason[],
  columns: readonly string[],
  decimal: DecimalMark,
): RoleReason[] {
  const label = roles.find(({ role }) => role === 'label')?.column;
  if (label === undefined) return [];
  const labels = Int8Array.from(readColumn(table, label), (cell) => parseLabel(cell) ?? -1);
  return copiesAmong(columns, table, labels, decimal).map(({ column, accuracy }) => ({
    column,
    role: 'exclude',
    why: `it gives the label away: alone it tells who left, right in ${percent(accuracy)} of cases (balanced)`,
  }));
}

/** Why a column that plays no part is left out, or what is done with it; nothing to say of plain features. */
function reasonOf(
  table: TableLike,
  column: string,
  roles: readonly RoleReason[],
  decimal: DecimalMark,
): RoleReason[] {
  const cells = readColumn(table, column);
  const profile = profileColumn(cells, decimal);
  const hasId = roles.some(({ role }) => role === 'id');
  const shared = hasId ? undefined : sharedId(column, cells);
  const why = shared ?? reasonByCells(cells, profile, decimal) ?? reasonByName(column, cells, decimal);
  if (why) return [{ column, role: 'exclude', why }];
  if (isMarginOfShares(table, column, roles, decimal))
    return [{ column, role: 'features', why: 'shares of the price: a margin is money a month' }];
  if (profile.kind === 'date') return [{ column, role: 'features', why: countsMonths }];
  if (roles.some(({ role }) => role === 'margin') || !isNamedLike('margin', column)) return [];
  return [{ column, role: 'features', why: misfitsOfMargin(cells, decimal) }];
}

const countsMonths = 'dates: they count as months before the snapshot';

/** Free text, or no two alike, are numbers and dates too where they are not read as such. */
function reasonByCells(
  cells: ArrayLike<unknown>,
  profile: ColumnProfile,
  decimal: DecimalMark,
): string | undefined {
  const why = reasonToLeaveOut(cells, profile);
  if (why === undefined || profile.levels.size < manyLevels) return why;
  const unread = unreadCells(cells, decimal);
  return unread === undefined || unread.rule === 'codes' ? why : unread.says;
}

function reasonByName(column: string, cells: ArrayLike<unknown>, decimal: DecimalMark): string | undefined {
  if (column.startsWith('true_')) return 'a truth that is known of synthetic customers only';
  if (isIdentifier(column, cells))
    return 'an identifier: its name says so, and hardly any two rows share a value';
  return countsRows(cells, decimal) ? 'a row number: it goes up by one from row to row' : undefined;
}

function countsRows(cells: ArrayLike<unknown>, decimal: DecimalMark): boolean {
  const first = parseNumber(cells[0], decimal);
  for (let i = 0; i < cells.length; i++) if (parseNumber(cells[i], decimal) !== first + i) return false;
  return cells.length > 2;
}

function inferDecimal(table: TableLike, names: readonly string[]): DecimalMark {
  const samples = names.map((name) => firstCells(readColumn(table, name)));
  const numbersWith = (decimal: DecimalMark) =>
    samples.filter((cells) => profileColumn(cells, decimal).kind === 'number').length;
  return numbersWith(',') > numbersWith('.') ? ',' : '.';
}

/** Enough of a column to see how its numbers are written. */
function firstCells(cells: ArrayLike<unknown>): unknown[] {
  return Array.from({ length: Math.min(cells.length, 1000) }, (_, i) => cells[i]);
}

function schemaOf(table: TableLike, reasons: readonly RoleReason[], decimal: DecimalMark): Schema {
  const roles: Roles = {};
  for (const { column, role } of reasons) {
    if (role === 'exclude') (roles.exclude ??= []).push(column);
    else if (isColumnRole(role)) roles[role] = column;
  }
  const dates = reasons
    .filter(({ why }) => why === countsMonths)
    .map(({ column }) => readColumn(table, column));
  const latest = dates.map(latestDate).sort().at(-1);
  if (latest !== undefined) roles.snapshot = latest;
  return defineSchema(roles, { decimal });
}

const isColumnRole = (role: keyof Roles): role is ColumnRole =>
  (columnRoles as readonly string[]).includes(role);
