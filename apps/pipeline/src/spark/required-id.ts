import { InvalidInputError } from '@clv/contracts';

import type { Scorer } from '../engine/policy/scorer.js';

/** The column that names customers: where rows have no order, a customer is known by nothing else. */
export function requiredId({ schema: { roles } }: Pick<Scorer, 'schema'>): string {
  if (roles.id !== undefined) return roles.id;
  throw new InvalidInputError([
    {
      rule: 'missing-role',
      path: 'roles.id',
      message:
        'roles.id: a table that is spread over machines has no order, so the config must name the column of ids',
    },
  ]);
}
