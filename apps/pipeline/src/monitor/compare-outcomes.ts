import { formatCount } from '@clv/charts';
import { calibrationInTheLarge } from '@clv/churn';
import { readLabels, readText } from '@clv/table';

import type { Columns } from '../engine/customers/load-customers.js';
import type { MonitoredRun } from './monitored-run.js';
import type { MonitorReport } from './monitor-report.js';

/**
 * What the earlier run predicted for its customers, compared with what they did. Those who were to get an offer are left
 * out: the chance of leaving is that without one.
 *
 * @param outcomes a later table of the same customers, with the id and the label that the earlier run had; whoever is not
 *   in it, or has no label there, is a customer whose outcome is not known yet.
 */
export function compareOutcomes(
  before: MonitoredRun,
  outcomes: Columns,
): Pick<MonitorReport, 'calibration' | 'notices'> {
  const { id } = before.scorer.schema.roles;
  const later = readLabels(outcomes, before.scorer.schema);
  const ids = id === undefined ? Array.from(later, (_, row) => String(row + 1)) : readText(outcomes, id);
  const labelOf = new Map(ids.map((customer, row) => [customer, later[row]]));
  const offers = readText(before.columns, 'recommended_incentive');
  const predicted = [...before.ids.keys()].filter((row) => offers[row] === 'none');
  const labels = predicted.map((row) => labelOf.get(before.ids[row]) ?? -1);
  const calibration = calibrationInTheLarge(
    labels,
    predicted.map((row) => before.pChurn[row]),
  );
  const customers = labels.filter((known) => known >= 0).length;
  const [offered, unknown] = [before.ids.length - predicted.length, predicted.length - customers];
  const leftOut = (who: number, why: string) =>
    who === 0
      ? []
      : [`${formatCount(who)} customers of ${before.name} are left out of the calibration: ${why}.`];
  return {
    ...(calibration && { calibration: { ...calibration, customers } }),
    notices: [
      ...leftOut(offered, 'they were to get an offer, and what was predicted is what they do without one'),
      ...leftOut(unknown, 'their outcome is not known yet'),
    ],
  };
}
