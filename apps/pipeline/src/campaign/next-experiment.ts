import { join } from 'node:path';

import { offerColumn, resultColumns } from '@clv/contracts';

import type { Block } from '../block/block.js';
import { campaignColumns } from '../engine/result-columns.js';
import { readTable } from '../input/read-table.js';
import type { Matched } from './match-outcomes.js';
import type { CampaignPlan } from './read-campaign.js';
import type { CampaignOutcomes } from './read-outcomes.js';

/** The columns of the run's input that the log must be told of. */
export interface LogColumns {
  id?: string;
  label?: string;
}

/**
 * The campaign as the log of an experiment, for the next run to learn from: the columns that customers came with, and
 * `offer`, `propensity` and `outcome`. The label tells what came of them.
 *
 * @param run the run folder, whose results hold the customers' columns.
 */
export async function nextExperiment(
  run: string,
  { id, label }: LogColumns,
  offers: readonly { id: string }[],
  plan: CampaignPlan,
  { stayed }: CampaignOutcomes,
  { member, row }: Matched,
): Promise<Block> {
  const { columns } = await readTable(join(run, 'retention_results.arrow'));
  const added = new Set<string>([
    ...resultColumns,
    ...campaignColumns,
    ...offers.map((offer) => offerColumn(offer.id)),
  ]);
  const placeOf = new Map(Array.from(columns.get(id ?? 'row')!, (cell, i) => [String(cell), i]));
  const places = Array.from(member, (m) => placeOf.get(plan.customer[m])!);
  const own = [...columns].filter(([name]) => !added.has(name));
  const outcome = Int32Array.from(row, (r) => stayed[r]);
  return {
    rows: member.length,
    columns: {
      ...Object.fromEntries(own.map(([name, cells]) => [name, places.map((i) => cells[i])])),
      ...(label !== undefined && { [label]: outcome.map((kept) => 1 - kept) }),
      offer: Array.from(member, (m) => (plan.treated[m] === 1 ? plan.offer[m] : 'none')),
      propensity: Float64Array.from(member, (m) => plan.propensity[m]),
      outcome,
    },
  };
}
