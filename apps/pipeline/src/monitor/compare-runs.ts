import { drift, predictChurn } from '@clv/churn';
import type { RunSummary } from '@clv/contracts';

import { refuseFaults } from '../faults/refuse-faults.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { compareOffers } from './compare-offers.js';
import { compareOutcomes, leftOut, predictedWithout } from './compare-outcomes.js';
import { compareSegments } from './compare-segments.js';
import { crossedLimits } from './crossed-limits.js';
import type { MonitoredRun } from './monitored-run.js';
import type { MonitorLimits, MonitorReport } from './monitor-report.js';
import type { LaterOutcomes } from './read-later-outcomes.js';
import { unlikeTerms } from './unlike-terms.js';

/**
 * How far a run lies from an earlier one: whether its customers are still those whom the earlier model knew, whether that
 * model predicted what happened, who moved between segments, and how the offers changed.
 *
 * @param outcomes what became of the earlier run's customers, where it is known.
 * @throws InvalidInputError that names the columns of the earlier model that the run has not.
 */
export async function compareRuns(
  before: MonitoredRun,
  now: MonitoredRun,
  limits: MonitorLimits,
  outcomes?: LaterOutcomes,
): Promise<MonitorReport> {
  const { churn } = before.scorer;
  const seen = new Set(churn.encoding.columns.map(({ column }) => column));
  refuseFaults(now.name, unknownColumns([...seen], Object.keys(now.columns)));
  // What the run says of its own customers comes from models that have not seen them, which are less sure of them.
  const probabilities = await predictChurn(churn, before.columns);
  const { columns, score, calibration } = await drift(churn, now.columns, {
    labels: now.labels,
    reference: { table: before.columns, probabilities },
  });
  const known = now.labels.filter((label) => label >= 0).length;
  const { calibration: predicted, notices: ofOutcomes } =
    outcomes === undefined
      ? {
          calibration: calibration && { ...calibration, customers: known },
          notices: leftOut(now.name, now.treated, `they got an offer, and ${predictedWithout}`),
        }
      : compareOutcomes(before, outcomes);
  const { change: segments, notices } = compareSegments(before, now);
  const found = {
    drift: { columns, risk: score },
    ...(predicted && { calibration: predicted }),
    segments,
    offers: compareOffers(before.summary, now.summary),
  };
  return {
    format: 'clv-monitor',
    version: 1,
    run: now.name,
    against: before.name,
    limits,
    crossed: crossedLimits(found, limits),
    figures: figures(before.summary, now.summary),
    ...found,
    notices: [
      ...unlikeTerms(before, now),
      ...notices,
      ...ofOutcomes,
      ...((predicted ?? outcomes) ? [] : [noOutcomes]),
    ],
  };
}

const noOutcomes =
  'No outcome is known, so whether the earlier model predicted them cannot be told; name a table of them with --outcomes.';

/** What a manager looks at first, each customer's where the number of customers would blur it. */
function figures(before: RunSummary, now: RunSummary): MonitorReport['figures'] {
  const of: [string, (summary: RunSummary) => number][] = [
    ['customers', ({ customers }) => customers],
    ['mean_p_churn', ({ mean_p_churn }) => mean_p_churn],
    ['auc', ({ auc }) => auc],
    ['ece', ({ ece }) => ece],
    ['value_per_customer', ({ total_potential_value, customers }) => total_potential_value / customers],
    ['net_gain_per_customer', ({ net_gain, customers }) => net_gain / customers],
    ['spend_per_customer', ({ offer_spend, customers }) => offer_spend / customers],
    ['intervention_rate', ({ intervention_rate }) => intervention_rate],
  ];
  return of.map(([name, read]) => ({ name, before: read(before), now: read(now) }));
}
