import type { Block } from '../block/block.js';
import { type Campaign, campaignGroup } from '../engine/hold-out.js';
import type { PrescribedCustomers } from '../engine/prescribed-customers.js';

/**
 * Those whom the policy gives an offer, in the order of the results: who gets it, who is held out, and what was
 * foretold of them. `clv measure` sets it beside what came of them.
 */
export function campaignTable(
  { id, segment, segmentNames, clv, policy }: PrescribedCustomers,
  { planned, heldOut, propensity }: Campaign,
): Block {
  const { offers, values } = policy;
  const members = Int32Array.from(planned.keys()).filter((i) => planned[i] > 0);
  const text = (cell: (i: number) => unknown) => Array.from(members, (i) => String(cell(i)));
  const number = (cell: (i: number, at: number) => number) =>
    Float64Array.from(members, (i) => cell(i, i * offers.length + planned[i]));
  const { pStay, cost, gain } = values;
  return {
    rows: members.length,
    columns: {
      customer: text((i) => id.cells[i]),
      segment: text((i) => segmentNames[segment[i]]),
      offer: text((i) => offers[planned[i]].id),
      campaign_group: text((i) => campaignGroup(heldOut[i])),
      propensity: number((i) => propensity[i]),
      p_stay_none: number((i) => pStay[i * offers.length]),
      p_stay_offer: number((_, at) => pStay[at]),
      clv: number((i) => clv[i]),
      contact_cost: number((i) => offers[planned[i]].cost),
      discount_if_stays: number((i, at) =>
        pStay[at] > 0 ? (cost[at] - offers[planned[i]].cost) / pStay[at] : 0,
      ),
      expected_gain: number((_, at) => gain[at]),
    },
  };
}
