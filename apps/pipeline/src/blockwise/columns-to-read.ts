import { UnknownColumnError } from '@clv/contracts';
import { type Schema, featureColumns } from '@clv/table';

import type { Config } from '../config/config.js';
import type { TableSource } from '../input/table-source.js';

/** What is asked of a source's rows: that these columns are sound by this schema. */
export interface Asked {
  names: readonly string[];
  schema: Schema;
  config: Config;
}

/** Every column that has a part, and those that may predict. */
export function columnsToRead({ columns }: TableSource, schema: Schema): string[] {
  const names = columns.map(({ name }) => name);
  const {
    segment_features = [],
    exclude: _,
    features: __,
    margin_rate: ___,
    snapshot: ____,
    ...single
  } = schema.roles;
  const played = [...Object.values(single), ...segment_features] as string[];
  const unknown = played.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UnknownColumnError(unknown, names);
  const features = featureColumns(Object.fromEntries(names.map((name) => [name, []])), schema);
  return names.filter((name) => played.includes(name) || features.includes(name));
}
