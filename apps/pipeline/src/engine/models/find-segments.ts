import { type Fault, InvalidInputError } from '@clv/contracts';

import type { Config } from '../../config/config.js';
import type { Customers } from '../customers/load/load-customers.js';
import type { BegunSegments } from './begin-segments.js';
import { type GroupedCustomers, groupCustomers } from './group-customers.js';
import { segmentFeatures } from './segment-features.js';

/**
 * The groups of customers: those that are looked for already, where they are of this table.
 *
 * @throws InvalidInputError with every fault of the columns, or where `segments.k` exceeds the number of customers that they
 * tell apart.
 */
export async function findSegments(
  { columns, schema }: Pick<Customers, 'columns' | 'schema'>,
  { segments: { k }, seed }: Config,
  begun?: BegunSegments,
): Promise<GroupedCustomers> {
  try {
    if (begun?.columns === columns) return await begun.groups;
    return groupCustomers(columns, { features: segmentFeatures(schema), k, seed });
  } catch (error) {
    throw error instanceof InvalidInputError ? new InvalidInputError(error.faults.map(inConfig)) : error;
  }
}

/** A fault of `k` as a config names it. */
function inConfig(fault: Fault): Fault {
  if (fault.path !== 'k') return fault;
  return { ...fault, path: `segments.${fault.path}`, message: `segments.${fault.message}` };
}
