import { type RoleReason, type Roles, type Schema, columnNotices, defineSchema } from '@clv/table';

import type { Columns } from '../../../block/block.js';
import { untakenMargins } from '../../../wording/untaken-margins.js';

/** What is to be said of roles that nobody gave: which were guessed, what is no margin for all its name, and what was left out that may be numbers or dates. */
export const guessNotices = (columns: Columns, schema: Schema, reasons: readonly RoleReason[]): string[] => [
  guessedRoles(schema.roles, reasons),
  ...(schema.roles.margin === undefined ? untakenMargins(reasons) : []).map(
    (untaken) => `Not taken for the margin: ${untaken}.`,
  ),
  ...unreadAmongLeftOut(columns, schema, reasons),
];

/** Which column was taken for what, and which could as well have been. */
function guessedRoles(roles: Roles, reasons: readonly RoleReason[]): string {
  const doubts = reasons.flatMap(({ role, column, rivals = [] }) =>
    rivals.length === 0
      ? []
      : [` ${role} could as well be ${rivals.join(', ')} as ${column}: say so in the config.`],
  );
  return `The roles of the columns were guessed: ${spoken(roles)}.${doubts.join('')}`;
}

const spoken = (roles: Roles) =>
  Object.entries(roles)
    .map(([role, column]) => `${role} is ${Array.isArray(column) ? column.join(', ') : column}`)
    .join('; ');

/** What is left out for its texts may be numbers with a sign beside them, which is then why. */
function unreadAmongLeftOut(
  columns: Columns,
  { roles, decimal }: Schema,
  reasons: readonly RoleReason[],
): string[] {
  const { exclude = [] } = roles;
  if (exclude.length === 0) return [];
  const left = Object.fromEntries(exclude.map((column) => [column, columns[column]]));
  const whys = new Set(reasons.map(({ column, why }) => `${column}: ${why}`));
  return columnNotices(left, defineSchema({ features: exclude }, { decimal }))
    .filter(({ message }) => whys.has(message))
    .map(({ message }) => `Left out: ${message}.`);
}
