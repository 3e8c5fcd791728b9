import { columnNames, type TableLike } from '../table-like.js';
import { neverFeatures } from './roles.js';
import type { Schema } from './schema.js';

/** What churn may be learned from: `features`, else every column but id, label, exclude, snapshot_date, offer, propensity and outcome. */
export function featureColumns(table: TableLike, { roles }: Schema): string[] {
  if (roles.features) return [...roles.features];
  const left = new Set<string | undefined>([
    ...neverFeatures.map((role) => roles[role]),
    ...(roles.exclude ?? []),
  ]);
  return columnNames(table).filter((name) => !left.has(name));
}
