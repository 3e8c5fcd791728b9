import type { Columns } from '../../block/block.js';
import type { Config } from '../../config/config.js';
import { hasRunner, runTask } from '../../second-thread/run-task.js';
import type { Customers } from '../customers/load/load-customers.js';
import type { GroupedCustomers } from './group-customers.js';
import { segmentFeatures } from './segment-features.js';

/** Groups that another thread looks for; of a table that may yet turn out unsound. */
export interface BegunSegments {
  /** The table. */
  columns: Columns;
  groups: Promise<GroupedCustomers>;
}

/**
 * Begins to look for groups of customers while their table is still checked, where there is a thread for it and the columns
 * are quickly sent. Groups that are not found are nobody's fault until someone waits for them.
 */
export function beginSegments({ columns, schema }: Customers, config: Config): BegunSegments | undefined {
  const features = segmentFeatures(schema);
  const some = Object.fromEntries(features.map((name) => [name, columns[name]]));
  if (!hasRunner() || !Object.values(some).every((cells) => ArrayBuffer.isView(cells))) return undefined;
  const groups = runTask('groupCustomers', some, { features, k: config.segments.k, seed: config.seed });
  groups.catch(() => {});
  return { columns, groups };
}
