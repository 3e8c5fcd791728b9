import { type FeatureKinds, type Schema, validateTable } from '@clv/table';

import type { Columns } from './load-customers.js';
import { refuseFaults } from './refuse-faults.js';
import { faultsOfNames } from './result-columns.js';

/**
 * Finds every fault of a customer table at once.
 *
 * @param name what to call the table in messages.
 * @param kinds what its features are, where it is a part of a table that was looked at whole.
 * @throws InvalidInputError that lists them all.
 */
export function assertSoundCustomers(
  name: string,
  columns: Columns,
  schema: Schema,
  offers: readonly { id: string }[],
  kinds?: FeatureKinds,
): void {
  refuseFaults(name, [
    ...faultsOfNames(Object.keys(columns), offers),
    ...validateTable(columns, schema, { kinds }).faults,
  ]);
}
