import { type PolicyValue, evaluatePolicy } from '@clv/prescribe';
import { type ArmCount, attritionNotices } from '@clv/uplift';

import type { Columns } from '../block/block.js';
import { takeMatrixRows, takeRows } from '../block/take-rows.js';
import { askedColumns } from '../blockwise/columns/scoring-columns.js';
import { offerLabels } from '../engine/customers/offer-labels.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { scoreCustomers } from '../engine/policy/score-customers.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { refuseFaults } from '../faults/refuse-faults.js';
import { countLearnedFrom, learnedFromNotices } from './learned-from.js';
import { type LogRoles, readLog } from './read-log.js';
import { propensityNotices } from './unlikely-propensities.js';

/** What a run's policy would have earned, by the log of an experiment. */
export interface RunEvaluation extends PolicyValue {
  /** Of each arm: how many got the offer, and of how many the outcome is known. */
  experiment: readonly ArmCount[];
}

/**
 * Judges a run's policy by the log of an experiment on other customers.
 *
 * @param run its folder.
 * @param log the table: what the run's models see, and what its roles say of each customer.
 * @throws InvalidInputError with every column that the log lacks, or every cell of it that cannot be.
 */
export async function evaluateRun(
  run: string,
  scorer: Scorer,
  { name, columns }: { name: string; columns: Columns },
  roles: LogRoles,
): Promise<RunEvaluation> {
  const asked = [roles.offer, roles.propensity, roles.outcome, ...askedColumns(scorer)];
  refuseFaults(name, unknownColumns(asked, Object.keys(columns)));
  const log = readLog(name, columns, roles, scorer);
  const { decision, pStay } = await scoreCustomers(scorer, name, columns);
  const { known } = log;
  const offers = scorer.offers.length;
  const value = evaluatePolicy(
    { ...log, offers, predicted: takeMatrixRows(pStay, offers, known) },
    takeRows(decision.choice, known),
  );
  const seen = await countLearnedFrom(run, scorer.schema, columns, known);
  const labels = offerLabels(scorer.offers);
  const warnings = [
    ...value.warnings,
    ...propensityNotices(
      log,
      scorer.offers.map(({ id }) => ({ id, label: labels[id] })),
    ),
    ...attritionNotices(log.counts, 'none', labels),
    ...learnedFromNotices(seen, known.length),
  ];
  return { ...value, experiment: log.counts.arms, warnings };
}
