import { namesOf, type ColumnEncoding, type Encoding } from './encoding.js';
import { featureColumns } from './feature-columns.js';
import { parseDate } from './parse-date.js';
import { profileColumn, type ColumnProfile } from './profile-column.js';
import type { Schema } from './schema.js';
import { readColumn, type TableLike } from './table-like.js';

/** From so many levels on a column is one feature of ranks, rather than a feature a level. */
const manyLevels = 16;

/** Decides how each feature column of a table becomes features. */
export function fitEncoding(table: TableLike, schema: Schema): Encoding {
  const columns: ColumnEncoding[] = [];
  const leftOut: Encoding['leftOut'] = [];
  const chosen = schema.roles.features !== undefined;
  for (const column of featureColumns(table, schema)) {
    const cells = readColumn(table, column);
    const profile = profileColumn(cells, schema.decimal);
    const why = chosen ? undefined : reasonToLeaveOut(cells, profile);
    if (why) leftOut.push({ column, why });
    else columns.push(encodeColumn(column, cells, profile, schema));
  }
  const featureNames = columns.flatMap(namesOf);
  return { format: 'clv-encoding', version: 1, decimal: schema.decimal, columns, featureNames, leftOut };
}

/** Why a column that nobody asked for is no feature; undefined where it is one. */
export function reasonToLeaveOut(
  cells: ArrayLike<unknown>,
  { kind, filled, levels }: ColumnProfile,
): string | undefined {
  if (kind === 'blank') return 'every cell is blank';
  if (filled === cells.length && isConstant(cells)) return 'every cell is the same';
  if (kind !== 'text' || levels.size < manyLevels) return undefined;
  if (levels.size === filled) return 'an identifier: no two rows have the same text';
  return levels.size > filled / 2 ? 'free text: most rows have a text of their own' : undefined;
}

function isConstant(cells: ArrayLike<unknown>): boolean {
  for (let i = 1; i < cells.length; i++) if (cells[i] !== cells[0]) return false;
  return true;
}

function encodeColumn(
  column: string,
  cells: ArrayLike<unknown>,
  { kind, levels }: ColumnProfile,
  schema: Schema,
): ColumnEncoding {
  if (kind === 'number' || kind === 'blank') return { column, kind: 'number' };
  if (kind === 'boolean') return { column, kind };
  if (kind === 'date') return { column, kind, snapshot: schema.roles.snapshot ?? latestDate(cells) };
  return levels.size < manyLevels
    ? { column, kind: 'one-hot', levels: [...levels.keys()].sort(byCodePoint) }
    : { column, kind: 'ordinal', levels: byFrequency(levels) };
}

/** The most frequent first; among equals by their letters, whatever the machine's language. */
function byFrequency(levels: Map<string, number>): string[] {
  const ranked = [...levels].sort(([a, m], [b, n]) => n - m || byCodePoint(a, b));
  return ranked.map(([level]) => level);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function latestDate(cells: ArrayLike<unknown>): string {
  let latest = -Infinity;
  for (let i = 0; i < cells.length; i++) {
    const moment = parseDate(cells[i]);
    if (moment > latest) latest = moment;
  }
  return new Date(latest).toISOString();
}
