import { type Fault, unknownName } from '@clv/contracts';
import { type Roles, type Schema, columnsNamedLike } from '@clv/table';

import type { Config } from '../../config/config.js';
import { faultsOfNames } from './result-columns.js';

/** What speaks against a customer table by its columns' names alone: nothing of its cells. */
export function faultsOfColumns(
  columns: readonly string[],
  { roles }: Schema,
  { offers, fairness_group }: Config,
): Fault[] {
  return [
    ...missingRole('label', 'who has churned', roles, columns),
    ...missingRole('price', `what a discount is a share of${marginInstead(roles, offers)}`, roles, columns),
    ...(fairness_group === undefined || columns.includes(fairness_group)
      ? []
      : [unknownGroup(fairness_group, columns)]),
    ...faultsOfNames(columns, offers, roles.id),
  ];
}

/** Where nothing is a share of the price, it is only what a margin could be told from. */
const marginInstead = ({ margin }: Roles, offers: Config['offers']): string =>
  margin === undefined || offers.some(({ discount = 0 }) => discount > 0)
    ? ''
    : ` (as no offer is a discount, that may be ${margin}, in place of roles.margin)`;

function missingRole(
  role: 'label' | 'price',
  meaning: string,
  roles: Roles,
  columns: readonly string[],
): Fault[] {
  if (roles[role] !== undefined) return [];
  const free = columns.filter((column) => !Object.values(roles).includes(column));
  const [likely] = columnsNamedLike(role, free);
  const message = `roles.${role} is missing: name the column that says ${meaning}${likely === undefined ? '' : `, perhaps ${likely}`}; clv init writes a config from your columns`;
  return [{ rule: 'missing-role', path: `roles.${role}`, message }];
}

const unknownGroup = (column: string, columns: readonly string[]): Fault => ({
  rule: 'unknown-column',
  path: 'fairness_group',
  column,
  message: `fairness_group: ${unknownName('column', column, columns)}`,
});
