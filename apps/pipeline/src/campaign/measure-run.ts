import { type CampaignEffect, type CampaignLog, measureCampaign } from '@clv/prescribe';

import type { Matched } from './match-outcomes.js';
import type { CampaignPlan } from './read-campaign.js';
import type { CampaignOutcomes } from './read-outcomes.js';
import type { Measurement } from './measurement.js';
import { noticesOf } from './notices.js';

/** What there is to tell of the run that made the plan. */
export interface MeasuredRun {
  run: string;
  currency: string;
  horizonMonths: number;
  offers: readonly { id: string; label: string }[];
}

/**
 * What a campaign won. Without a column of money a customer who stayed is worth what the run says, and cost the contact
 * and, having stayed, the discount.
 *
 * @throws InvalidInputError where fewer than 2 customers are treated or held out.
 */
export function measureRun(
  { run, currency, horizonMonths, offers }: MeasuredRun,
  plan: CampaignPlan,
  outcomes: CampaignOutcomes,
  matched: Matched,
): Measurement {
  const log = campaignLog(plan, outcomes, matched, offers);
  const { overall, byOffer, bySegment } = measureCampaign(log);
  const names = new Map(offers.map(({ id, label }) => [id, label]));
  return {
    format: 'clv-measurement',
    version: 1,
    run,
    outcomes: outcomes.name,
    currency,
    ...(outcomes.value === undefined && { horizon_months: horizonMonths }),
    customers: plan.customer.length,
    measured: matched.member.length,
    overall,
    offers: byOffer.map(({ offer, effect }) => ({
      offer,
      label: names.get(offer) ?? offer,
      effect: ofEnough(effect),
    })),
    segments: bySegment
      .map(({ segment, effect }) => ({ segment: String(segment), effect: ofEnough(effect) }))
      .sort((one, other) => one.segment.localeCompare(other.segment, 'en')),
    notices: noticesOf(plan, outcomes, matched, horizonMonths),
  };
}

/** With fewer treated or held out nothing is reported: it would say nothing about the offer and much about those few. */
const fewest = 5;

const ofEnough = (effect: CampaignEffect | null) =>
  effect !== null && Math.min(effect.treated, effect.heldOut) >= fewest ? effect : null;

function campaignLog(
  plan: CampaignPlan,
  { stayed, value, cost }: CampaignOutcomes,
  { member, row }: Matched,
  offers: readonly { id: string }[],
): CampaignLog {
  const numbers = new Map(offers.map(({ id }, o) => [id, o]));
  const each = (cell: (m: number, k: number) => number) => Float64Array.from(member, cell);
  const kept = each((_, k) => stayed[row[k]]);
  return {
    offers: offers.map(({ id }) => id),
    recommended: each((m) => numbers.get(plan.offer[m])!),
    treated: each((m) => plan.treated[m]),
    stayed: kept,
    propensity: each((m) => plan.propensity[m]),
    value: value ? each((_, k) => value[row[k]]) : each((m, k) => kept[k] * plan.clv[m]),
    cost: cost
      ? each((_, k) => cost[row[k]])
      : each((m, k) => plan.contactCost[m] + kept[k] * plan.discountIfStays[m]),
    before: each((m) => plan.pStayNone[m]),
    beforeValue: each((m) => plan.pStayNone[m] * plan.clv[m]),
    segment: Array.from(member, (m) => plan.segment[m]),
    predictedEffect: each((m) => plan.pStayOffer[m] - plan.pStayNone[m]),
    // Money of another span than the run's horizon is not what was predicted.
    ...(value === undefined && { predictedGain: each((m) => plan.expectedGain[m]) }),
  };
}
