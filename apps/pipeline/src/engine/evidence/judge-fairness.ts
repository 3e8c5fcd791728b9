import { type GroupTreatment, fairnessReport } from '@clv/prescribe';
import { readText } from '@clv/table';

import { isFew } from '../../privacy/small-counts.js';
import { toldGroups } from '../../privacy/told-groups.js';
import type { PrescribedCustomers } from '../policy/prescribed-customers.js';

/** How the policy treats the groups that a column of the input makes. */
export interface JudgedFairness {
  column: string;
  /** Those whose number may be told. */
  groups: GroupTreatment[];
  /** How many others there are. */
  hidden: number;
  /** The groups that are treated unlike the others, told of or not. */
  flagged: string[];
}

export function judgeFairness(
  { columns, policy }: PrescribedCustomers,
  column: string | undefined,
): JudgedFairness | undefined {
  if (column === undefined) return undefined;
  const group = readText(columns, column).map((name) => name || 'not known');
  const groups = fairnessReport({ choice: policy.choice, offers: policy.offers, group });
  const told = toldGroups(groups);
  return {
    column,
    groups: told,
    hidden: groups.length - told.length,
    flagged: groups
      .filter(({ isFlagged, customers }) => isFlagged && !isFew(customers))
      .map(({ group }) => String(group)),
  };
}
