import type { CampaignPlan } from './read-campaign.js';
import type { CampaignOutcomes } from './read-outcomes.js';

/** Those of a campaign whose outcome is known: their places in the plan, and their rows in the outcomes. */
export interface Matched {
  member: Int32Array;
  row: Int32Array;
}

export function matchOutcomes({ customer }: CampaignPlan, { rowOf, stayed }: CampaignOutcomes): Matched {
  const rows = customer.map((id) => rowOf.get(id) ?? -1);
  const member = Int32Array.from(rows.keys()).filter((m) => rows[m] >= 0 && stayed[rows[m]] >= 0);
  return { member, row: member.map((m) => rows[m]) };
}
