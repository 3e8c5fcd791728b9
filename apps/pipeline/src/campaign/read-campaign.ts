import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { readNumbers, readText } from '@clv/table';

import type { Columns } from '../block/block.js';
import { refusal } from '../faults/refusal.js';
import { readTable } from '../input/read-table.js';
import { campaignName } from '../run-folder/campaign-table.js';
import { readRunRecord } from '../run-folder/read-run-file.js';

/** Those who take part in a run's campaign; every array has one entry a customer. */
export interface CampaignPlan {
  customer: string[];
  segment: string[];
  /** The id of the offer that the policy gives. */
  offer: string[];
  /** 1 for those who are to get it, 0 for those held out. */
  treated: Float64Array;
  /** The chance of the group that the customer is in. */
  propensity: Float64Array;
  pStayNone: Float64Array;
  pStayOffer: Float64Array;
  clv: Float64Array;
  contactCost: Float64Array;
  discountIfStays: Float64Array;
  expectedGain: Float64Array;
}

/** The plan in a run folder; throws an `InvalidInputError` where the run held nobody out, though an earlier one there may have. */
export async function readCampaign(run: string): Promise<CampaignPlan> {
  const file = join(run, campaignName);
  const { files } = await readRunRecord(run);
  if (!Object.hasOwn(files, campaignName)) {
    const earlier = existsSync(file) ? ` (its ${campaignName} is of an earlier run)` : '';
    const message = `${run} held nobody out${earlier}, so there is nothing to compare with: before a campaign, clv run --holdout 0.1`;
    throw refusal('no-campaign', file, message);
  }
  const { columns: read } = await readTable(file);
  const columns: Columns = Object.fromEntries(read);
  const number = (column: string) => readNumbers(columns, column);
  return {
    customer: readText(columns, 'customer'),
    segment: readText(columns, 'segment'),
    offer: readText(columns, 'offer'),
    treated: Float64Array.from(readText(columns, 'campaign_group'), (group) => Number(group === 'treated')),
    propensity: number('propensity'),
    pStayNone: number('p_stay_none'),
    pStayOffer: number('p_stay_offer'),
    clv: number('clv'),
    contactCost: number('contact_cost'),
    discountIfStays: number('discount_if_stays'),
    expectedGain: number('expected_gain'),
  };
}
