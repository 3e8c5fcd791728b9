import type { Scorer } from '../engine/policy/scorer.js';
import { refusal } from '../faults/refusal.js';

/** The column that names customers: where rows have no order, a customer is known by nothing else. */
export function requiredId({ schema: { roles } }: Pick<Scorer, 'schema'>): string {
  if (roles.id !== undefined) return roles.id;
  throw refusal(
    'missing-role',
    'roles.id',
    'roles.id: a table that is spread over machines has no order, so the config must name the column of ids',
  );
}
