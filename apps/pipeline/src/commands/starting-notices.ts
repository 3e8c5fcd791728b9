import type { Schema } from '@clv/table';

import { parseConfig } from '../config/load-config.js';
import { faultsOfNames } from '../engine/customers/result-columns.js';

/** What has to be done about a table before a run takes it, by the names of its columns alone. */
export function startingNotices(columns: readonly string[], { roles }: Schema): string[] {
  const names = faultsOfNames(columns, parseConfig({}).offers, roles.id).map(({ message }) => `${message}.`);
  if (columns.length !== 1) return names;
  return [
    ...names,
    `There is one column, ${columns[0]}: where a line holds several cells, say by --separator what stands between them; the first line has to hold their names.`,
  ];
}
