import { formatPercent } from '@clv/charts';
import { differentialAttrition } from '@clv/uplift';

import { counted } from '../wording/counted.js';
import type { Matched } from './match-outcomes.js';
import type { CampaignPlan } from './read-campaign.js';
import type { CampaignOutcomes } from './read-outcomes.js';

/** What a reader must know of a measurement. */
export function noticesOf(
  plan: CampaignPlan,
  outcomes: CampaignOutcomes,
  matched: Matched,
  horizonMonths: number,
): string[] {
  return [
    ...lostNotices(plan, matched),
    ...contaminationNotices(plan, outcomes, matched),
    outcomes.value === undefined
      ? `No column of money was named: a customer who stayed counts with their value over ${counted(horizonMonths, 'month')}, as the run has it.`
      : 'The predicted money covers the horizon of the run, not the months of these outcomes, so only retention is compared with its forecast.',
    ...(outcomes.cost === undefined
      ? [
          'No column of costs was named: offers count with the contact and, for those who stayed, the discount.',
        ]
      : []),
  ];
}

function lostNotices({ customer, treated }: CampaignPlan, { member }: Matched): string[] {
  const lost = customer.length - member.length;
  if (lost === 0) return [];
  const given = treated.reduce((sum, flag) => sum + flag, 0);
  const known = member.reduce((sum, m) => sum + treated[m], 0);
  const share = (all: number, measured: number) => (all - measured) / Math.max(1, all);
  const ofTreated = share(given, known);
  const ofHeldOut = share(customer.length - given, member.length - known);
  const { isBeyondChance } = differentialAttrition([
    { offer: 'held out', customers: customer.length - given, known: member.length - known },
    { offer: 'treated', customers: given, known },
  ]);
  const notices = [`The outcome of ${counted(lost, 'customer')} of the campaign is not known.`];
  if (isBeyondChance)
    notices.push(
      `It is not known of ${formatPercent(ofTreated)} of the treated and ${formatPercent(ofHeldOut)} of those held out, which chance does not explain (differential attrition): the groups may no longer be alike, and then the effect is biased.`,
    );
  return notices;
}

/** Customers who got another thing than planned are counted by the plan, as only that was by lot. */
function contaminationNotices(
  plan: CampaignPlan,
  { offer }: CampaignOutcomes,
  { member, row }: Matched,
): string[] {
  if (offer === undefined) return [];
  const planned = (m: number) => (plan.treated[m] === 1 ? plan.offer[m] : 'none');
  const got = (k: number) => offer[row[k]] || 'none';
  const others = member.filter((m, k) => got(k) !== planned(m)).length;
  if (others === 0) return [];
  return [
    `${counted(others, 'customer')} got another offer than planned; each is counted as planned, because only the plan was random: effects are those of the campaign as it was carried out.`,
  ];
}
