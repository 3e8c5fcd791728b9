import { checkArgument } from '@clv/contracts';
import { anObject } from '../argument-shapes.js';
import type { CustomerInputs } from '../value/inputs.js';
import {
  type ColumnarTable,
  type CustomerColumns,
  isColumnar,
  readCustomers,
} from '../value/read-customers.js';
import type { PrescribeOptions, Prescription } from './prescription.js';
import { startWhatIf } from './start-what-if.js';
import { whatIf } from './what-if.js';

/**
 * The offer for each customer that together gain most within the budget and constraints.
 *
 * @param customers arrays, or a table.
 * @param options.columns what the table calls its columns (default `p_churn`, `clv`, `price`).
 * @throws {InvalidInputError} with the faults of the offers, the inputs, the budget or the constraints; {UnknownColumnError}
 *   for a column that the table does not have; {InfeasibleError} where it is proven that no policy keeps the constraints;
 *   {NoPolicyFoundError} where none was found.
 */
export function prescribe(
  customers: CustomerInputs | ColumnarTable,
  options: PrescribeOptions & { columns?: CustomerColumns } = {},
): Prescription {
  checkArgument('options', options, anObject);
  const { columns, ...terms } = options;
  if (columns !== undefined) checkArgument('columns', columns, anObject);
  const inputs = isColumnar(customers) ? readCustomers(customers, columns) : customers;
  return whatIf(startWhatIf(inputs, terms));
}
