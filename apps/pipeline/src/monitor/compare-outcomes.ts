import { formatCount } from '@clv/charts';
import { calibrationInTheLarge } from '@clv/churn';
import { readText } from '@clv/table';

import type { MonitoredRun } from './monitored-run.js';
import type { MonitorReport } from './monitor-report.js';
import type { LaterOutcomes } from './read-later-outcomes.js';

/** Customers of whom the calibration is not told, and why. */
export const leftOut = (run: string, customers: number, why: string): string[] =>
  customers === 0
    ? []
    : [`${formatCount(customers)} customers of ${run} are left out of the calibration: ${why}.`];

export const predictedWithout = 'what was predicted is what they do without one';

/**
 * What the earlier run predicted for its customers, compared with what they did. Those who were to get an offer are left
 * out: the chance of leaving is that without one.
 *
 * @param outcomes what a later table says of the same customers; whoever is not in it, or has no label there, is a customer
 *   whose outcome is not known yet.
 */
export function compareOutcomes(
  before: MonitoredRun,
  outcomes: LaterOutcomes,
): Pick<MonitorReport, 'calibration' | 'notices'> {
  const offers = readText(before.columns, 'recommended_incentive');
  const predicted = [...before.ids.keys()].filter((row) => offers[row] === 'none');
  const labels = predicted.map((row) => labelOf(outcomes, before.ids[row]));
  const calibration = calibrationInTheLarge(
    labels,
    predicted.map((row) => before.pChurn[row]),
  );
  const customers = labels.filter((known) => known >= 0).length;
  const [offered, unknown] = [before.ids.length - predicted.length, predicted.length - customers];
  return {
    ...(calibration && { calibration: { ...calibration, customers } }),
    notices: [
      ...leftOut(before.name, offered, `they were to get an offer, and ${predictedWithout}`),
      ...leftOut(before.name, unknown, 'their outcome is not known yet'),
    ],
  };
}

function labelOf({ labels, rowOf }: LaterOutcomes, customer: string): number {
  const row = rowOf.get(customer);
  return row === undefined ? -1 : labels[row];
}
