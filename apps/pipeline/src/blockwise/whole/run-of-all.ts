import { formatCount } from '@clv/charts';
import type { BlockAllocation } from '@clv/prescribe';
import type { Schema } from '@clv/table';

import type { Config } from '../../config/config.js';
import type { IsPrescribed } from '../../engine/customers/prescribed-among.js';
import type { SetAside } from '../../engine/customers/sound-customers.js';
import type { EngineRun } from '../../engine/engine-run.js';
import type { PrescribedCustomers } from '../../engine/policy/prescribed-customers.js';
import { resultNames } from '../../run-folder/results/result-names.js';
import type { SampledSource } from '../sample/sample-source.js';
import { scaledEvidence } from './scaled-evidence.js';
import { summaryOfAll } from './summary-of-all.js';
import type { Tally } from '../decision/tally-blocks.js';

/** What a run over all customers is put together from. */
export interface RunParts {
  /** The run over the sample, and its share of the customers who are prescribed for. */
  fitted: EngineRun;
  share: number;
  sample: SampledSource;
  isPrescribed: IsPrescribed;
  /** What the columns of the whole input mean, and what became of rows with faults. */
  schema: Schema;
  setAside: SetAside;
  config: Config;
  policy: BlockAllocation;
  tally: Tally;
}

/** The run of the sample, with the policy's figures those of all customers and its evidence scaled up to them. */
export function runOfAll(parts: RunParts): EngineRun {
  const { fitted, share, sample, schema, setAside, config } = parts;
  return {
    ...fitted,
    config,
    customers: { ...fitted.customers, schema, rows: sample.rows, sha256: sample.sha256, ...setAside },
    prescribed: prescribedOfSample(parts),
    evidence: scaledEvidence(fitted.evidence, 1 / share),
    summary: summaryOf(parts),
    fitted: { rows: sample.sampled.length, of: sample.rows },
  };
}

/** The customers of the sample, with what the one policy over all gives them. */
function prescribedOfSample({ fitted, sample, isPrescribed, policy, tally }: RunParts): PrescribedCustomers {
  const { prescribed: own } = fitted;
  const { spent: budgeted, shadowPrice } = policy;
  const decision = { ...own.decision, choice: tally.choice, budgeted, shadowPrice };
  const customers = { ...own, id: idsOf(own, sample, isPrescribed), decision };
  if (tally.campaign === undefined) return { ...customers, policy: decision, campaign: undefined };
  const { planned, sample: campaign } = tally.campaign;
  const { spend, gain } = planned;
  return { ...customers, policy: { ...decision, choice: campaign.planned, spend, gain }, campaign };
}

function summaryOf({ fitted, sample, config, policy, tally }: RunParts): EngineRun['summary'] {
  const { figures, campaign } = tally;
  const summary = summaryOfAll(fitted.summary, figures, {
    budget: config.budget,
    cost: campaign || config.budget_basis === 'committed' ? figures.spend : policy.spent,
    notice: sampleNotice(sample),
  });
  return campaign ? { ...summary, holdout: campaign.holdout } : summary;
}

/** Customers without ids are known by their row in the input, not in the sample. */
function idsOf({ id }: PrescribedCustomers, { sampled }: SampledSource, isPrescribed: IsPrescribed) {
  return id.column === undefined ? { cells: sampled.filter(isPrescribed).map((row) => row + 1) } : id;
}

const sampleNotice = ({ sampled, rows }: SampledSource) =>
  `The models were fitted on a random ${formatCount(sampled.length)} of the ${formatCount(rows)} rows, and judged on held-out parts of them. Every row was scored, and the budget was spent over all rows. The comparison of policies and the gain by budget are the sample's, scaled up; the outreach list, reasons and dashboard show customers of the sample. ${resultNames.parquet} holds all.`;
