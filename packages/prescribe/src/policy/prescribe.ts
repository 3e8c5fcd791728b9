import type { CustomerInputs } from '../value/inputs.js';
import {
  type ColumnarTable,
  type CustomerColumns,
  isColumnar,
  readCustomers,
} from '../value/read-customers.js';
import type { PrescribeOptions, Prescription } from './prescription.js';
import { startWhatIf, whatIf } from './what-if.js';

/**
 * The offer for each customer that together gain most within the budget.
 *
 * @param customers arrays, or a table.
 * @param options.columns what the table calls its columns (default `p_churn`, `clv`, `price`).
 * @throws {InvalidInputError} with the faults of the offers, the inputs or the budget; {UnknownColumnError} for a column
 *   that the table does not have.
 */
export function prescribe(
  customers: CustomerInputs | ColumnarTable,
  { columns, ...options }: PrescribeOptions & { columns?: CustomerColumns } = {},
): Prescription {
  const inputs = isColumnar(customers) ? readCustomers(customers, columns) : customers;
  return whatIf(startWhatIf(inputs, options));
}
