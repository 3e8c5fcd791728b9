import type { CheckedOffer, ExpectedValues } from '@clv/prescribe';

import type { Block, Cells } from '../block/block.js';
import { type Campaign, campaignGroup } from '../engine/policy/hold-out.js';
import type { Decided, PrescribedCustomers } from '../engine/policy/prescribed-customers.js';

export const campaignName = 'campaign.parquet';

/**
 * Those whom the policy gives an offer, in the order of the results: who gets it, who is held out, and what was
 * predicted of them. `clv measure` compares it with what they did.
 */
export function campaignTable({ id, policy, ...customers }: PrescribedCustomers, campaign: Campaign): Block {
  const { planned } = campaign;
  const members = Int32Array.from(planned.keys()).filter((i) => planned[i] > 0);
  return {
    rows: members.length,
    columns: {
      customer: Array.from(members, (i) => String(id.cells[i])),
      ...campaignColumns(customers, policy.offers, policy.values, campaign, members),
    },
  };
}

/** All but who they are, of some customers. */
export function campaignColumns(
  { segment, segmentNames, clv }: Pick<Decided, 'segment' | 'segmentNames' | 'clv'>,
  offers: readonly CheckedOffer[],
  { pStay, cost, gain }: Pick<ExpectedValues, 'pStay' | 'cost' | 'gain'>,
  { planned, heldOut, share }: Campaign,
  members: Int32Array,
): Record<string, Cells> {
  const text = (cell: (i: number) => string) => Array.from(members, cell);
  const number = (cell: (i: number, at: number) => number) =>
    Float64Array.from(members, (i) => cell(i, i * offers.length + planned[i]));
  return {
    segment: text((i) => segmentNames[segment[i]]),
    offer: text((i) => offers[planned[i]].id),
    campaign_group: text((i) => campaignGroup(heldOut[i])),
    propensity: number((i) => (heldOut[i] ? share : 1 - share)),
    p_stay_none: number((i) => pStay[i * offers.length]),
    p_stay_offer: number((_, at) => pStay[at]),
    clv: number((i) => clv[i]),
    contact_cost: number((i) => offers[planned[i]].cost),
    discount_if_stays: number((i, at) =>
      pStay[at] > 0 ? (cost[at] - offers[planned[i]].cost) / pStay[at] : 0,
    ),
    expected_gain: number((_, at) => gain[at]),
  };
}
