import type { Block } from '../duckdb/block-table.js';
import { type Campaign, campaignGroup } from '../engine/hold-out.js';
import {
  type DecidedCustomers,
  type Decision,
  type PrescribedCustomers,
  chosenOffer,
  ofChosen,
} from '../engine/prescribed-customers.js';
import { offerColumn } from '../engine/result-columns.js';

/** Every column of the customers, then what was found and decided. */
export function resultTable(customers: DecidedCustomers & Pick<PrescribedCustomers, 'campaign'>): Block {
  const { rows, columns, id, segment, segmentNames, pChurn, clv, decision } = customers;
  const { values, offers } = decision;
  const perCustomer = (cell: (i: number) => string) => Array.from({ length: rows }, (_, i) => cell(i));
  const numbers = (cell: (i: number) => number) => Float64Array.from({ length: rows }, (_, i) => cell(i));
  return {
    rows,
    columns: {
      ...(id.column === undefined && { row: id.cells }),
      ...columns,
      segment,
      segment_label: perCustomer((i) => segmentNames[segment[i]]),
      p_churn: pChurn,
      clv,
      recommended_incentive: perCustomer((i) => chosenOffer(customers, i).id),
      offer_cost: numbers((i) => ofChosen(customers, values.cost, i)),
      expected_value_baseline: numbers((i) => values.value[i * offers.length]),
      expected_value_optimized: numbers((i) => ofChosen(customers, values.value, i)),
      ...(customers.campaign && campaignCells(customers.campaign, offers)),
      ...Object.fromEntries(
        offers.map(({ id: offer }, o) => [
          offerColumn(offer),
          numbers((i) => values.value[i * offers.length + o]),
        ]),
      ),
    },
  };
}

/** What the policy would give each customer, and in which group of the campaign they are; blank for those with none. */
function campaignCells({ planned, heldOut }: Campaign, offers: Decision['offers']) {
  const group = (offer: number, i: number) => (offer === 0 ? null : campaignGroup(heldOut[i]));
  return {
    planned_incentive: Array.from(planned, (offer) => offers[offer].id),
    campaign_group: Array.from(planned, group),
  };
}
