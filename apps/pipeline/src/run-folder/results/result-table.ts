import { offerColumn, type ResultColumn } from '@clv/contracts';

import { type Block, type Cells, CodedText } from '../../block/block.js';
import { packedBehind } from '../../block/texts/texts-as-array.js';
import { rowColumn } from '../../engine/customers/result-columns.js';
import type { CustomerRows } from '../../engine/customers/rows-to-prescribe.js';
import { type Campaign, campaignGroup } from '../../engine/policy/hold-out.js';
import { ofOffer } from '../../engine/policy/of-offer.js';
import {
  type Decided,
  type DecidedCustomers,
  type Decision,
  type Foreknown,
  type PrescribedCustomers,
} from '../../engine/policy/prescribed-customers.js';

/** Every column of the customers, then what was found and decided. */
export function resultTable(customers: DecidedCustomers & Pick<PrescribedCustomers, 'campaign'>): Block {
  return {
    rows: customers.rows,
    columns: { ...customerColumns(customers), ...decisionColumns(customers) },
  };
}

/** Who the customers are, as the results hold it. */
export const customerColumns = ({ columns, id }: CustomerRows): Record<string, Cells> => ({
  ...(id.column === undefined && { [rowColumn]: id.cells }),
  ...Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, packedBehind(cells) ?? cells])),
});

/** What was found and decided, as the results hold it. */
export const decisionColumns = (
  customers: Decided & Pick<PrescribedCustomers, 'campaign'>,
): Record<string, Cells> => ({ ...foundColumns(customers), ...chosenColumns(customers) });

type FoundColumn = 'segment' | 'segment_label' | 'p_churn' | 'clv';

/** What was found before anything was decided. */
export const foundColumns = ({
  segment,
  segmentNames,
  pChurn,
  clv,
}: Foreknown): Record<FoundColumn, Cells> => ({
  segment,
  segment_label: coded(segment, segmentNames),
  p_churn: pChurn,
  clv,
});

/** What was decided, and what that costs and is worth. */
export function chosenColumns({
  decision,
  campaign,
}: Pick<Decided, 'decision'> & Pick<PrescribedCustomers, 'campaign'>): Record<string, Cells> {
  const { values, offers, choice } = decision;
  const worth = offers.map((_, o) => ofOffer(values.value, o, offers.length));
  const columns: Record<Exclude<ResultColumn, FoundColumn>, Cells> = {
    recommended_incentive: coded(
      choice,
      offers.map(({ id }) => id),
    ),
    offer_cost: columnOfChosen(decision, values.cost),
    expected_value_baseline: worth[0],
    expected_value_optimized: columnOfChosen(decision, values.value),
  };
  return {
    ...columns,
    ...(campaign && campaignCells(campaign, offers)),
    ...Object.fromEntries(offers.map(({ id }, o) => [offerColumn(id), worth[o]])),
  };
}

/** A byte numbers so many levels; text of more is text. */
const mostLevels = 256;

function coded(codes: Int32Array, levels: readonly string[]): Cells {
  if (levels.length > mostLevels) return Array.from(codes, (code) => levels[code]);
  return new CodedText(Uint8Array.from(codes), levels);
}

/** Each customer's entry in a matrix of customers x offers, for the offer that they get. */
function columnOfChosen({ offers, choice }: Decision, matrix: Float64Array): Float64Array {
  const column = new Float64Array(choice.length);
  for (let i = 0, row = 0; i < column.length; i++, row += offers.length) column[i] = matrix[row + choice[i]];
  return column;
}

/** What the policy would give each customer, and in which group of the campaign they are; blank for those with none. */
function campaignCells({ planned, heldOut }: Campaign, offers: Decision['offers']): Record<string, Cells> {
  const group = (offer: number, i: number) => (offer === 0 ? null : campaignGroup(heldOut[i]));
  return {
    planned_incentive: Array.from(planned, (offer) => offers[offer].id),
    campaign_group: Array.from(planned, group),
  };
}
