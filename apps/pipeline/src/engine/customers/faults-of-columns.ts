import { type Fault, unknownName } from '@clv/contracts';
import type { Schema } from '@clv/table';

import type { Config } from '../../config/config.js';
import { faultsOfNames } from './result-columns.js';

/** What speaks against a customer table by its columns' names alone: nothing of its cells. */
export function faultsOfColumns(
  columns: readonly string[],
  { roles }: Schema,
  { offers, fairness_group }: Config,
): Fault[] {
  return [
    ...(roles.label === undefined ? [missingRole('label', 'who has churned')] : []),
    ...(roles.price === undefined ? [missingRole('price', 'what a discount is a share of')] : []),
    ...(fairness_group === undefined || columns.includes(fairness_group)
      ? []
      : [unknownGroup(fairness_group, columns)]),
    ...faultsOfNames(columns, offers, roles.id),
  ];
}

const missingRole = (role: string, meaning: string): Fault => ({
  rule: 'missing-role',
  path: `roles.${role}`,
  message: `roles.${role} is missing: name the column that says ${meaning} (clv init writes a config from your columns)`,
});

const unknownGroup = (column: string, columns: readonly string[]): Fault => ({
  rule: 'unknown-column',
  path: 'fairness_group',
  column,
  message: `fairness_group: ${unknownName('column', column, columns)}`,
});
