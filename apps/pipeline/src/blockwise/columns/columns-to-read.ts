import { type Schema, featureColumns, validateTable } from '@clv/table';

import type { Config } from '../../config/config.js';
import { faultsOfColumns } from '../../engine/customers/faults-of-columns.js';
import { refuseFaults } from '../../faults/refuse-faults.js';
import type { TableSource } from '../../input/table-source.js';

/** What is asked of a source's rows: that these columns are sound by this schema. */
export interface Asked {
  names: readonly string[];
  schema: Schema;
  config: Config;
}

/**
 * Every column that has a part, and those that may predict.
 *
 * @throws InvalidInputError that lists what speaks against the columns by their names.
 */
export function columnsToRead(
  { name: table, columns }: TableSource,
  schema: Schema,
  config: Config,
): string[] {
  const names = columns.map(({ name }) => name);
  const noRows = Object.fromEntries(names.map((name) => [name, []]));
  refuseFaults(table, [
    ...faultsOfColumns(names, schema, config),
    ...validateTable(noRows, schema).faults.filter(({ rule }) => rule === 'unknown-column'),
  ]);
  const {
    segment_features = [],
    exclude: _,
    features: __,
    margin_rate: ___,
    snapshot: ____,
    ...single
  } = schema.roles;
  const played: unknown[] = [...Object.values(single), ...segment_features, config.fairness_group];
  const features = featureColumns(noRows, schema);
  return names.filter((name) => played.includes(name) || features.includes(name));
}
