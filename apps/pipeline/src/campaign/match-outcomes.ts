import { formatCount } from '@clv/charts';

import { refusal } from '../faults/refusal.js';
import type { CampaignPlan } from './read-campaign.js';
import type { CampaignOutcomes } from './read-outcomes.js';
import { unlikeIds } from './unlike-ids.js';

/** Those of a campaign whose outcome is known: their places in the plan, and their rows in the outcomes. */
export interface Matched {
  member: Int32Array;
  row: Int32Array;
}

/** @throws InvalidInputError where nobody of the campaign has an outcome: it is that of others, or the id is written otherwise. */
export function matchOutcomes(
  { customer }: CampaignPlan,
  { name, rowOf, stayed }: CampaignOutcomes,
): Matched {
  const rows = customer.map((id) => rowOf.get(id) ?? -1);
  const member = Int32Array.from(rows.keys()).filter((m) => rows[m] >= 0 && stayed[rows[m]] >= 0);
  if (member.length === 0) {
    const found = rows.filter((row) => row >= 0).length;
    const message =
      found > 0
        ? `${name}: the outcome is blank for all ${formatCount(found)} of the ${formatCount(customer.length)} in the campaign whom it names; fill in those that are known`
        : `${name} holds no outcome of anyone among the ${formatCount(customer.length)} in the campaign; is --id the column that names them?${unlikeIds(rowOf.keys(), customer)}`;
    throw refusal('no-outcomes', name, message);
  }
  return { member, row: member.map((m) => rows[m]) };
}
