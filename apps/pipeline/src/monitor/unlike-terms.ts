import { formatMoney, formatPercent } from '@clv/charts';
import type { CheckedOffer } from '@clv/prescribe';
import type { Roles } from '@clv/table';

import { counted } from '../wording/counted.js';
import { oneLine } from '../wording/one-line.js';
import type { MonitoredRun } from './monitored-run.js';

type Terms = Pick<MonitoredRun, 'name' | 'config'> & {
  summary: { currency: string };
  scorer: Pick<MonitoredRun['scorer'], 'terms' | 'uplift'> & {
    schema: { roles: Roles };
    offers: readonly CheckedOffer[];
  };
};

type Term = [says: (value: string) => string, read: (run: Terms) => string | undefined];

/**
 * What two runs mean by their customers, by money, risk and value, and by the offers that both have, where it is not the same:
 * their figures differ by that alone.
 */
export function unlikeTerms(before: Terms, now: Terms): string[] {
  return [...terms, ...now.scorer.offers.flatMap(({ id }) => termsOfOffer(id))].flatMap(([says, read]) => {
    const [then, today] = [read(before), read(now)];
    if (then === undefined || today === undefined || then === today) return [];
    return [oneLine(`In ${before.name} ${says(then)}, in ${now.name} ${today}.`)];
  });
}

const terms: readonly Term[] = [
  [(value) => `money is in ${value}`, ({ summary }) => summary.currency],
  [
    (value) => `those who have left are ${value}`,
    ({ config }) => (config.active_only ? 'left out' : 'prescribed for too'),
  ],
  [(value) => `the label is ${value}`, ({ scorer }) => scorer.schema.roles.label],
  [(value) => `label 1 says ${value}`, ({ config }) => labelMeanings[config.churn.label_means]],
  [
    (value) => `the risk is that of leaving within ${value}`,
    ({ scorer }) => counted(scorer.terms.window_months, 'month'),
  ],
  [(value) => `the margin is ${value}`, ({ scorer }) => marginOf(scorer.schema.roles)],
  [(value) => `values are over ${value}`, ({ scorer }) => counted(scorer.terms.horizon_months, 'month')],
  [
    (value) => `later money is discounted by ${value} a year`,
    ({ scorer }) => formatPercent(scorer.terms.annual_discount_rate),
  ],
];

const labelMeanings = {
  leaves_within_window: 'who left within the window after the snapshot',
  has_left: 'who had left by the end of the tenure',
};

function marginOf({ margin, margin_rate }: Roles): string {
  if (margin !== undefined) return margin;
  return margin_rate === undefined ? 'the whole price' : `${formatPercent(margin_rate)} of the price`;
}

/** What is offered under the same name; a lift that a learned effect replaces does not count. */
function termsOfOffer(id: string): Term[] {
  const of = (read: (offer: CheckedOffer, run: Terms) => string | undefined) => (run: Terms) => {
    const offer = run.scorer.offers.find((each) => each.id === id);
    return offer && read(offer, run);
  };
  return [
    [(value) => `${id} takes ${value} off the price`, of(({ discount }) => formatPercent(discount))],
    [
      (value) => `${id} runs for ${value}`,
      of(({ discount, months }) => (discount > 0 ? counted(months, 'month') : undefined)),
    ],
    [
      (value) => `a contact with ${id} costs ${value}`,
      of(({ cost }, { summary }) => formatMoney(cost, summary.currency)),
    ],
    [
      (value) => `${id} is redeemed by ${value}`,
      of(({ discount, redemption }) => (discount > 0 ? formatPercent(redemption) : undefined)),
    ],
    [
      (value) => `${id} keeps ${value} of would-be leavers`,
      of(({ lift }, { scorer }) => (scorer.uplift === undefined ? formatPercent(lift) : undefined)),
    ],
  ];
}
