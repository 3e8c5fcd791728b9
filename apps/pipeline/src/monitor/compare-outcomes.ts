import { calibrationInTheLarge } from '@clv/churn';
import { readLabels, readText } from '@clv/table';

import type { Columns } from '../engine/load-customers.js';
import type { MonitoredRun } from './monitored-run.js';
import type { MonitorReport } from './monitor-report.js';

/**
 * What the earlier run foretold of its customers, beside what became of them. Those who were to get an offer are left
 * out: the chance of leaving is that without one.
 *
 * @param outcomes a later table of the same customers, with the id and the label that the earlier run had.
 */
export function compareOutcomes(before: MonitoredRun, outcomes: Columns): MonitorReport['calibration'] {
  const { id, label } = before.scorer.schema.roles;
  const later = readLabels(outcomes, before.scorer.schema);
  const ids = id === undefined ? Array.from(later, (_, row) => String(row + 1)) : readText(outcomes, id);
  const labelOf = new Map(ids.map((customer, row) => [customer, later[row]]));
  const offers = readText(before.columns, 'recommended_incentive');
  const labels = before.ids.map((customer, row) =>
    offers[row] === 'none' ? (labelOf.get(customer) ?? -1) : -1,
  );
  const calibration = label === undefined ? undefined : calibrationInTheLarge(labels, before.pChurn);
  return calibration && { ...calibration, customers: labels.filter((known) => known >= 0).length };
}
