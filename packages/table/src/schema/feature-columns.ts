import { columnNames, type TableLike } from '../table-like.js';
import { checkSchema } from './check-schema.js';
import { neverFeatures } from './roles.js';
import type { Schema } from './schema.js';

/**
 * What churn may be learned from: `features`, else every column but id, label, exclude, snapshot_date, offer, propensity and outcome.
 *
 * @throws InvalidOptionError for what is no schema.
 */
export function featureColumns(table: TableLike, schema: Schema): string[] {
  checkSchema(schema);
  const { roles } = schema;
  if (roles.features) return [...roles.features];
  const left = new Set<string | undefined>([
    ...neverFeatures.map((role) => roles[role]),
    ...(roles.exclude ?? []),
  ]);
  return columnNames(table).filter((name) => !left.has(name));
}
