import { formatPercent } from '@clv/charts';

import { counted } from '../wording/counted.js';
import type { MonitoredRun } from './monitored-run.js';

type Terms = Pick<MonitoredRun, 'name'> & {
  summary: { currency: string };
  scorer: { terms: MonitoredRun['scorer']['terms'] };
};

/** What two runs mean by money, risk and value where it is not the same: their figures differ by that alone. */
export function unlikeTerms(before: Terms, now: Terms): string[] {
  const told: [says: (value: string) => string, read: (run: Terms) => string][] = [
    [(value) => `money is in ${value}`, ({ summary }) => summary.currency],
    [
      (value) => `the risk is that of leaving within ${value}`,
      ({ scorer }) => counted(scorer.terms.window_months, 'month'),
    ],
    [(value) => `values are over ${value}`, ({ scorer }) => counted(scorer.terms.horizon_months, 'month')],
    [
      (value) => `later money is discounted by ${value} a year`,
      ({ scorer }) => formatPercent(scorer.terms.annual_discount_rate),
    ],
  ];
  return told
    .filter(([, read]) => read(before) !== read(now))
    .map(([says, read]) => `In ${before.name} ${says(read(before))}, in ${now.name} ${read(now)}.`);
}
