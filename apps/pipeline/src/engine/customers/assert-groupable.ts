import type { Fault } from '@clv/contracts';
import { readNumbers } from '@clv/table';

import { faultsBy } from '../../faults/faults-by.js';
import { refuseFaults } from '../../faults/refuse-faults.js';
import type { CheckedCustomers } from './check-customers.js';

/**
 * Passes sound customers whose `segment_features` are numbers.
 *
 * @throws InvalidInputError with each that is not, before anything is fitted.
 */
export function assertGroupable({
  name,
  columns,
  schema: { roles, decimal },
}: Pick<CheckedCustomers, 'name' | 'columns' | 'schema'>): void {
  const faults = (roles.segment_features ?? []).flatMap((column, i): Fault[] => {
    const [first] = faultsBy(() => readNumbers(columns, column, { decimal }));
    if (first === undefined) return [];
    const path = `roles.segment_features[${i}]`;
    const message = `${path}: customers are grouped by numbers, and ${column} holds ${JSON.stringify(first.value)}`;
    return [{ rule: 'text-column', path, column, message }];
  });
  refuseFaults(name, faults);
}
