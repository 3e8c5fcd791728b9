import { type RoleReason, type Roles, type Schema, columnNotices, defineSchema } from '@clv/table';

import type { Columns } from '../../../block/block.js';

/** What is to be said of roles that nobody gave: which were guessed, and what was left out that may be numbers or dates. */
export const guessNotices = (columns: Columns, schema: Schema, reasons: readonly RoleReason[]): string[] => [
  guessedRoles(schema.roles, reasons),
  ...unreadAmongLeftOut(columns, schema),
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

/** What is left out as free text, or for its texts being all different, may be numbers with a sign beside them. */
function unreadAmongLeftOut(columns: Columns, { roles, decimal }: Schema): string[] {
  const { exclude = [] } = roles;
  if (exclude.length === 0) return [];
  const left = Object.fromEntries(exclude.map((column) => [column, columns[column]]));
  return columnNotices(left, defineSchema({ features: exclude }, { decimal }))
    .filter(({ rule }) => rule !== 'codes')
    .map(({ message }) => `Left out: ${message}.`);
}
