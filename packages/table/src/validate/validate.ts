import { checkOptions, InvalidInputError, shapes, type Fault, type Shape } from '@clv/contracts';
import { isJudgedByKind, type FeatureKinds } from './feature-kinds.js';
import { quote } from '../cells/quote.js';
import { measuredKind } from '../profile/profile-column.js';
import { checkSchema } from '../schema/check-schema.js';
import { featureColumns } from '../schema/feature-columns.js';
import { numberRules } from '../schema/number-rules.js';
import { roleOf } from '../schema/roles.js';
import type { Schema } from '../schema/schema.js';
import { columnNames, readColumn, rowCount, type TableLike } from '../table-like.js';
import { checkFeature } from './check-feature.js';
import { checkIds } from './check-ids.js';
import { checkLabels } from './check-labels.js';
import { checkNames, checkRoleColumns } from './check-names.js';
import { checkAllLabels } from './label-counts.js';
import { checkNumbers } from './check-numbers.js';
import { checkShape } from './check-shape.js';
import { readableColumns } from './readable-columns.js';
import { checkSummaryRow } from './summary-row.js';

/** What a check of a table found. */
export interface ValidationReport {
  rows: number;
  /** All of them, however many. */
  faults: Fault[];
  /** How many faults there are of each rule. */
  counts: Record<string, number>;
}

/** What is known of a table before it is looked at. */
export interface ValidateOptions {
  /**
   * What its features are, where it is a part of a table that was looked at whole; a feature without an entry holds levels
   * (default: as the cells of the table say). See `FeatureKindCounts`.
   */
  kinds?: FeatureKinds;
  /** Whether its ids are known to be filled and all different (default false: each is looked at). */
  idsDiffer?: boolean;
}

/** Read as a map; it may be of another page, whose class of maps is another. */
const kindsShape: Shape = (kinds, path) =>
  typeof (kinds as FeatureKinds | null)?.get === 'function'
    ? undefined
    : { path, fault: `must be a map from features to their kinds: ${quote(kinds)}` };

/**
 * Every fault of a table by its schema. Blank cells are not faults, except blank ids. A feature column that is numbers or
 * dates, except for at most one cell in twenty, counts as such, and those cells are faults.
 *
 * @throws InvalidOptionError for an unknown option, or what is no schema.
 */
export function validateTable(
  table: TableLike,
  schema: Schema,
  options: ValidateOptions = {},
): ValidationReport {
  checkSchema(schema);
  checkOptions(options, { kinds: kindsShape, idsDiffer: shapes.exactly(true, false) });
  const rows = rowCount(table);
  const names = columnNames(table);
  const features = featureColumns(table, schema);
  const faults = [
    ...checkNames(table, names),
    ...checkRoleColumns(schema.roles, names),
    ...checkShape(table, names, rows),
    ...readableColumns(table).flatMap((name) => checkCells(table, schema, name, features, options)),
  ];
  return { rows, faults, counts: countRules(faults) };
}

/**
 * Passes a table that has no fault.
 *
 * @throws InvalidInputError with every fault.
 */
export function assertSound(table: TableLike, schema: Schema): void {
  const { faults } = validateTable(table, schema);
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function checkCells(
  table: TableLike,
  schema: Schema,
  name: string,
  features: readonly string[],
  { kinds, idsDiffer = false }: ValidateOptions,
): Fault[] {
  const cells = readColumn(table, name);
  const role = roleOf(name, schema.roles);
  // Of a part of a table the last row is not the table's.
  if (role === 'id')
    return [...(idsDiffer ? [] : checkIds(cells, name)), ...(kinds ? [] : checkSummaryRow(cells, name))];
  if (role === 'label') return kinds === undefined ? checkAllLabels(table, schema) : checkLabels(cells, name);
  const rule = role && numberRules.get(role);
  if (rule) return checkNumbers(cells, name, schema.decimal, rule);
  if (!isJudgedByKind(name, features, schema)) return [];
  const kind = kinds === undefined ? measuredKind(cells, schema.decimal) : kinds.get(name);
  return checkFeature(cells, name, schema.decimal, kind);
}

function countRules(faults: readonly Fault[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return Object.fromEntries(counts);
}
