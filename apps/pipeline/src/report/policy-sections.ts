import {
  formatCount,
  formatMoney,
  formatMultiple,
  gainByBudget,
  gainByPolicy,
  policyTitle,
} from '@clv/charts';
import type { PolicyResult } from '@clv/prescribe';

import type { EngineRun } from '../engine/engine-run.js';
import { type Html, html } from './html.js';
import { chartFigure } from './chart-figure.js';
import { table } from './table.js';

/** Ours beside what else could be done. */
export async function policiesSection({ evidence, summary, prescribed }: EngineRun): Promise<Html> {
  const { offers } = prescribed.policy;
  const money = (value: number) => formatMoney(value, summary.currency);
  const interval = ({ low, high }: PolicyResult['gain']) => `${money(low)} to ${money(high)}`;
  const judge = evidence.judgedByTruth
    ? 'Each policy is judged by the true probabilities, which only synthetic customers have.'
    : 'Each policy is judged by the same expected values.';
  return html`<section>
    <h2>Ours beside what else could be done</h2>
    <p>${judge} Intervals (95%) come from resampling the customers.</p>
    ${await chartFigure(gainByPolicy(evidence.policies, offers, { currency: summary.currency }), 840)}
    ${table(evidence.policies, [
      { head: 'Policy', cell: ({ policy }) => policyTitle(policy, offers) },
      { head: 'Customers', numeric: true, cell: ({ customers }) => formatCount(customers) },
      { head: 'Spend', numeric: true, cell: ({ spend }) => money(spend.value) },
      { head: 'Net gain', numeric: true, cell: ({ gain }) => money(gain.value) },
      { head: '95% interval', numeric: true, cell: ({ gain }) => interval(gain) },
      {
        head: 'Gain / spend',
        numeric: true,
        cell: ({ roi }) => (roi === null ? '–' : formatMultiple(roi.value)),
      },
    ])}
  </section>`;
}

/** What each budget can gain, and where more money stops paying. */
export async function frontierSection({
  evidence,
  summary,
  prescribed: { policy, campaign },
}: EngineRun): Promise<Html> {
  if (evidence.frontier.length < 2) return html``;
  return html`<section>
    <h2>What a budget gains</h2>
    ${await chartFigure(
      gainByBudget(
        evidence.frontier,
        campaign
          ? { budget: policy.spend, gain: policy.gain }
          : { budget: summary.offer_spend, gain: summary.net_gain },
        { currency: summary.currency },
      ),
      840,
    )}
  </section>`;
}
