import { type DecimalMark, readText } from '@clv/table';

import type { Block } from '../block/block.js';
import { takeTableRows } from '../block/take-rows.js';
import { addedColumns, rowColumn } from '../engine/customers/result-columns.js';
import { readResults } from '../run-folder/results/read-results.js';
import type { Matched } from './match-outcomes.js';
import type { CampaignPlan } from './read-campaign.js';
import type { CampaignOutcomes } from './read-outcomes.js';

/** The run that planned the campaign. */
interface PlanningRun {
  /** Its folder, whose results hold the customers' columns. */
  run: string;
  /** The columns of its input that the log must be told of. */
  columns: { id?: string; label?: string };
  offers: readonly { id: string }[];
  /** The mark before the decimals of numbers that were text in its input; the log has them with a point. */
  decimal?: DecimalMark;
}

/**
 * The campaign as the log of an experiment, for the next run to learn from: the columns that customers came with, and
 * `offer`, `propensity` and `outcome`. The label tells what came of them.
 */
export async function nextExperiment(
  { run, columns: { id, label }, offers, decimal }: PlanningRun,
  plan: CampaignPlan,
  { stayed }: CampaignOutcomes,
  { member, row }: Matched,
): Promise<Block> {
  const columns = await readResults(run, { decimal, id });
  const added = new Set(addedColumns(offers));
  const placeOf = new Map(readText(columns, id ?? rowColumn).map((customer, i) => [customer, i]));
  const places = Int32Array.from(member, (m) => placeOf.get(plan.customer[m])!);
  const own = Object.fromEntries(Object.entries(columns).filter(([name]) => !added.has(name)));
  const outcome = Int32Array.from(row, (r) => stayed[r]);
  return {
    rows: member.length,
    columns: {
      ...takeTableRows(own, places),
      ...(label !== undefined && { [label]: outcome.map((kept) => 1 - kept) }),
      offer: Array.from(member, (m) => (plan.treated[m] === 1 ? plan.offer[m] : 'none')),
      propensity: Float64Array.from(member, (m) => plan.propensity[m]),
      outcome,
    },
  };
}
