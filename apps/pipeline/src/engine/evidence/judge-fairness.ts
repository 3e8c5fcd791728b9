import { type GroupTreatment, fairnessReport } from '@clv/prescribe';
import { readText } from '@clv/table';

import type { PrescribedCustomers } from '../policy/prescribed-customers.js';

/** How the policy treats the groups that a column of the input makes. */
export interface JudgedFairness {
  column: string;
  groups: GroupTreatment[];
}

/** Smaller groups are not reported: their rates would reveal the few customers in them. */
const fewest = 5;

export function judgeFairness(
  { columns, policy }: PrescribedCustomers,
  column: string | undefined,
  options: { seed: number; resamples: number },
): JudgedFairness | undefined {
  if (column === undefined) return undefined;
  const group = readText(columns, column).map((name) => name || 'not known');
  const groups = fairnessReport({ choice: policy.choice, offers: policy.offers, group }, options);
  return { column, groups: groups.filter(({ customers }) => customers >= fewest) };
}
