import type { DecimalMark } from '../cells/parse-number.js';

/** How one column became features. */
export type ColumnEncoding =
  | { column: string; kind: 'number' }
  | { column: string; kind: 'boolean' }
  /** A feature a level, named `column=level`: 1 where the cell holds it, else 0. */
  | { column: string; kind: 'one-hot'; levels: string[] }
  /** The rank of the level, the most frequent 0. */
  | { column: string; kind: 'ordinal'; levels: string[] }
  /** Months before the snapshot. */
  | { column: string; kind: 'date'; snapshot: string };

/** How a table became a feature matrix: plain data, which `applyEncoding` replays exactly. */
export interface Encoding {
  format: 'clv-encoding';
  version: 1;
  decimal: DecimalMark;
  columns: ColumnEncoding[];
  /** The matrix's columns. */
  featureNames: string[];
  /** Columns that might have been features, and why they are not. */
  leftOut: { column: string; why: string }[];
}

/** The names of the features that a column became. */
export function namesOf(encoding: ColumnEncoding): string[] {
  const { column, kind } = encoding;
  return kind === 'one-hot' ? encoding.levels.map((level) => `${column}=${level}`) : [column];
}
