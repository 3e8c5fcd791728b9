import { checkClasses } from '@clv/churn';
import { readText } from '@clv/table';

import type { CheckedCustomers } from '../customers/check-customers.js';

type Labelled = Pick<CheckedCustomers, 'columns' | 'schema' | 'labels'>;

/** What a customer did under an offer says nothing of what they do without one, so their outcome counts as unknown. */
export function untreatedLabels({ columns, schema: { roles }, labels }: Labelled): Int8Array {
  if (roles.offer === undefined) return labels;
  const offers = readText(columns, roles.offer);
  return labels.map((label, row) => (offers[row] === 'none' || offers[row] === '' ? label : -1));
}

/** @throws InvalidInputError where too few customers left, or too few stayed, for a run to learn from. */
export const assertBothOutcomes = (customers: Labelled): void =>
  checkClasses(untreatedLabels(customers), customers.schema.roles.label!);
