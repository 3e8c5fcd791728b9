import { type Schema, validateTable } from '@clv/table';

import type { Columns } from '../../block/block.js';
import { refuseFaults } from '../../faults/refuse-faults.js';
import { faultsOfNames } from './result-columns.js';

/**
 * Finds every fault of a table of customers to be scored at once.
 *
 * @param name what to call the table in messages.
 * @throws InvalidInputError that lists them all.
 */
export function assertSoundCustomers(
  name: string,
  columns: Columns,
  schema: Schema,
  offers: readonly { id: string }[],
): void {
  refuseFaults(name, [
    ...faultsOfNames(Object.keys(columns), offers, schema.roles.id),
    ...validateTable(columns, schema).faults,
  ]);
}
