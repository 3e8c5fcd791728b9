import { InvalidInputError, type Fault } from '@clv/contracts';
import { latestDate } from '../profile/latest-date.js';
import { manyLevels } from '../profile/many-levels.js';
import { profileColumn, type ColumnProfile } from '../profile/profile-column.js';
import { reasonToLeaveOut } from '../profile/reason-to-leave-out.js';
import { featureColumns } from '../schema/feature-columns.js';
import { numberRules } from '../schema/number-rules.js';
import { roleOf } from '../schema/roles.js';
import type { Schema } from '../schema/schema.js';
import { readColumn, type TableLike } from '../table-like.js';
import { objectFaults } from '../validate/check-feature.js';
import { namesOf, type ColumnEncoding, type Encoding } from './encoding.js';

/**
 * Decides how each feature column of a table becomes features.
 *
 * @throws InvalidInputError with every cell that is an object, of which no level can be made, or where two columns would give
 *   features of one name, as `a=b` and the level `b` of `a`.
 */
export function fitEncoding(table: TableLike, schema: Schema): Encoding {
  const candidates = featureColumns(table, schema);
  const columns: ColumnEncoding[] = [];
  const leftOut: Encoding['leftOut'] = [];
  const nested: Fault[] = [];
  const chosen = schema.roles.features !== undefined;
  for (const column of candidates) {
    const cells = readColumn(table, column);
    const profile = profileColumn(cells, schema.decimal);
    if (profile.kind === 'text') nested.push(...objectFaults(cells, column));
    const why = chosen ? undefined : reasonToLeaveOut(cells, profile);
    if (why) leftOut.push({ column, why });
    else columns.push(encodeColumn(column, cells, profile, schema));
  }
  const faults = nested.length > 0 ? nested : namesGivenTwice(columns);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const featureNames = columns.flatMap(namesOf);
  return { format: 'clv-encoding', version: 1, decimal: schema.decimal, columns, featureNames, leftOut };
}

/** Features of one name could not be told apart by who reads the model. */
function namesGivenTwice(columns: readonly ColumnEncoding[]): Fault[] {
  const owners = new Map<string, string>();
  return columns.flatMap((encoding) =>
    namesOf(encoding).flatMap((name): Fault[] => {
      const owner = owners.get(name);
      owners.set(name, encoding.column);
      if (owner === undefined) return [];
      const { column } = encoding;
      const message = `the columns ${owner} and ${column} would both give a feature called ${name}: rename one of them`;
      return [{ rule: 'feature-name-twice', message, column }];
    }),
  );
}

function encodeColumn(
  column: string,
  cells: ArrayLike<unknown>,
  { kind, levels }: ColumnProfile,
  schema: Schema,
): ColumnEncoding {
  const role = roleOf(column, schema.roles);
  const isNumber = kind === 'number' || kind === 'blank' || (role !== undefined && numberRules.has(role));
  if (isNumber) return { column, kind: 'number' };
  if (kind === 'boolean') return { column, kind };
  if (kind === 'date') return { column, kind, snapshot: schema.roles.snapshot ?? latestDate(cells)! };
  return levels.size < manyLevels
    ? { column, kind: 'one-hot', levels: [...levels.keys()].sort(byCodeUnit) }
    : { column, kind: 'ordinal', levels: byFrequency(levels) };
}

/** The most frequent first; among equals by their letters, whatever the machine's language. */
function byFrequency(levels: Map<string, number>): string[] {
  const ranked = [...levels].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b));
  return ranked.map(([level]) => level);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
