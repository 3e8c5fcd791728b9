import { type Chart, formatMoney, formatPercent, policiesShown, policyTitle } from '@clv/charts';
import type { PolicyResult } from '@clv/prescribe';

import { counted } from '../../wording/counted.js';
import type { EngineRun } from '../../engine/engine-run.js';
import type { ToldCounts } from '../../privacy/told-counts.js';
import { isFew } from '../../privacy/small-counts.js';
import type { Telling } from '../../privacy/telling-of.js';
import { writeCount } from '../../privacy/write-count.js';
import { hiddenNote } from './hidden-note.js';
import { cautionOf } from './caution.js';
import { type Html, html } from '../html.js';
import { chartFigure } from '../charts/chart-figure.js';
import { fullWidth } from '../charts/drawing.js';
import { otherBudgets } from './other-budgets.js';
import { frontierChart, policiesChart } from '../charts/policy-charts.js';
import { table } from '../table.js';

/** Our policy compared with the alternatives. */
export async function policiesSection(run: EngineRun, { offered }: ToldCounts): Promise<Html> {
  const { evidence, summary, prescribed } = run;
  const { offers } = prescribed.policy;
  const money = (value: number) => formatMoney(value, summary.currency);
  const interval = ({ low, high }: PolicyResult['gain']) => `${money(low)} to ${money(high)}`;
  const judge = evidence.judgedByTruth
    ? 'Each policy is judged by the true probabilities, which only synthetic customers have.'
    : 'Each policy is judged by the same expected values.';
  const told = policiesShown(evidence.policies);
  const untold = evidence.policies.length - told.length;
  const toldOf = (policy: string, customers: number): Telling =>
    policy === 'ours'
      ? offered
      : isFew(customers) || isFew(summary.customers - customers)
        ? 'size'
        : 'number';
  return html`<section>
    <h2>Our policy beside the alternatives</h2>
    <p>
      ${judge} Intervals (95%) come from resampling the customers. Those that make offers at random, or to the
      first of an order, stop
      ${summary.budget === null ? 'where they have spent what ours does' : 'at the budget'}.${prescribed.campaign === undefined ? '' : ' Nobody is held out of any of them.'}
    </p>
    ${await chartFigure(policiesChart(run, evidence), fullWidth)}
    ${table(told, [
      {
        head: 'Policy',
        cell: ({ policy, isAffordable }) =>
          `${policyTitle(policy, offers)}${isAffordable ? '' : ' (over budget)'}`,
      },
      {
        head: 'Customers',
        numeric: true,
        cell: ({ policy, customers }) => writeCount({ customers, told: toldOf(policy, customers) }),
      },
      { head: 'Spend', numeric: true, cell: ({ spend }) => money(spend.value) },
      { head: 'Net gain', numeric: true, cell: ({ gain }) => money(gain.value) },
      { head: '95% interval', numeric: true, cell: ({ gain }) => interval(gain) },
      {
        head: 'ROI',
        numeric: true,
        cell: ({ roi }) => (roi === null ? '–' : formatPercent(roi.value)),
      },
    ])}${hiddenNote(told.map(({ policy, customers }) => toldOf(policy, customers)))}
    ${untold === 0 ? '' : html`<p class="muted">${counted(untold, 'more policy', 'more policies')} that give everyone one offer.</p>`}
  </section>`;
}

/** What each budget can gain, and where more money stops paying. */
export async function frontierSection(run: EngineRun): Promise<Html> {
  const { net_gain: gain, offer_spend: spend } = run.summary;
  const chart = frontierChart(run, run.evidence, { gain, spend });
  const nobodyHeldOut = run.prescribed.campaign && html`<p class="muted">Nobody is held out of it.</p>`;
  return html`<section>
    <h2>What a budget gains</h2>
    ${
      chart === undefined
        ? html`<p>No budget gains anything: no offer beats doing nothing.</p>`
        : html`${await chartFigure(chart, fullWidth)}${nobodyHeldOut ?? ''}${cautionOf(run) === 0 ? budgetsTable(chart, run.summary.currency) : cautious}`
    }
  </section>`;
}

const cautious = html`<p class="muted">
  The line goes by expected gains alone. Ours lies below it, as the config's
  <code>risk_aversion</code> leaves out offers whose effect is not known well.
</p>`;

function budgetsTable(chart: Chart, currency: string): Html {
  const budgets = otherBudgets(chart);
  if (budgets.length === 0) return html``;
  const money = (value: number) => formatMoney(value, currency);
  return table(budgets, [
    { head: 'Budget', numeric: true, cell: ({ budget }) => money(budget) },
    {
      head: 'Of what ours costs',
      numeric: true,
      cell: ({ shareOfBudget }) => formatPercent(shareOfBudget, 0),
    },
    { head: 'Net gain', numeric: true, cell: ({ gain }) => money(gain) },
    { head: 'Of what ours gains', numeric: true, cell: ({ shareOfGain }) => formatPercent(shareOfGain, 0) },
  ]);
}
