import { columnsNamedLike, type RoleReason } from '@clv/table';

/** Of each column that is named as a margin, yet was not taken for one, what it holds instead. */
export const untakenMargins = (reasons: readonly RoleReason[]): string[] =>
  reasons
    .filter(({ role, column }) => role === 'features' && columnsNamedLike('margin', [column]).length > 0)
    .map(({ column, why }) => `${column} holds ${why}`);
