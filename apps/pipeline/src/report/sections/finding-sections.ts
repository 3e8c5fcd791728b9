import { formatMoney, formatMoneyExact, formatPercent } from '@clv/charts';
import type { ResultColumn, RunSummary } from '@clv/contracts';

import type { EngineRun } from '../../engine/engine-run.js';
import { type OutreachEntry, nobodyToCall } from '../../engine/evidence/outreach.js';
import type { ToldCounts } from '../../privacy/told-counts.js';
import {
  cellOf,
  meanCellOf,
  offeredOf,
  withTold,
  writeCount,
  writeShare,
} from '../../privacy/write-count.js';
import { untoldOptimized } from '../../privacy/untold-gains.js';
import { whoGetsOffers } from '../../privacy/who-gets-offers.js';
import { whyNobody } from '../../wording/why-nobody.js';
import { hiddenNote } from './hidden-note.js';
import { type Html, html } from '../html.js';
import { table } from '../table.js';

/** The one thing to know, with its figures. */
export function headline(
  { summary, prescribed }: Pick<EngineRun, 'summary' | 'prescribed'>,
  told: ToldCounts,
): string {
  const { net_gain, offer_spend, currency, intervention_rate } = summary;
  if (intervention_rate === 0) return whyNobody(summary, prescribed.decision);
  const money = (value: number) => formatMoney(value, currency);
  return `Offers to ${whoGetsOffers(summary, told)}, for ${money(offer_spend)}, gain ${money(net_gain)} net`;
}

export function keyFigures(summary: RunSummary): Html {
  const { currency } = summary;
  const figures: [string, string, string][] = [
    ['Total potential value', ...moneyPair(summary.total_potential_value, currency)],
    ['Baseline retention', ...moneyPair(summary.baseline_retention_value, currency)],
    ['Optimized retention', ...moneyPair(summary.optimized_retention_value, currency)],
    ['Net gain', ...moneyPair(summary.net_gain, currency)],
    [
      summary.budget === null ? 'Spend' : `Spend, of ${formatMoney(summary.budget, currency)}`,
      ...moneyPair(summary.offer_spend, currency),
    ],
    ['ROI', summary.roi === null ? '–' : formatPercent(summary.roi), 'net gain / spend'],
  ];
  return html`<dl class="figures">
    ${figures.map(
      ([name, value, exact]) =>
        html`<div>
          <dt>${name}</dt>
          <dd title="${exact}">${value}</dd>
        </div>`,
    )}
  </dl>`;
}

const listed: ResultColumn = 'recommended_incentive';

/** Where the list is, and what the gain rests on; nothing where nobody gets an offer. */
export function whatToDo({ summary, effects }: Pick<EngineRun, 'summary' | 'effects'>): Html {
  if (summary.intervention_rate === 0) return html``;
  return html`<p>
    Who gets which offer stands in the column <code>${listed}</code> of the results. The gain is expected, not
    measured: it rests on
    ${effects === undefined ? 'the share of would-be leavers whom each offer is assumed to keep' : 'what an experiment taught of each offer'}.
    ${summary.holdout === undefined ? '' : html`Those held out have <code>none</code> there, and are left alone.`}
  </p>`;
}

export function segmentsTable({ segments, currency }: RunSummary, told: ToldCounts): Html {
  const money = (value: number) => formatMoney(value, currency);
  const groups = withTold(segments, told.segments).map((group, s) => ({
    ...group,
    offered: offeredOf(group, told.offeredOfSegment[s]),
  }));
  const untold = untoldOptimized(groups);
  return html`${table(groups, [
    { head: 'Segment', cell: ({ label }) => label },
    { head: 'Customers', numeric: true, cell: writeCount },
    {
      head: 'Churn risk',
      numeric: true,
      cell: meanCellOf(({ mean_p_churn }) => formatPercent(mean_p_churn)),
    },
    { head: 'Value each', numeric: true, cell: meanCellOf(({ mean_clv }) => money(mean_clv)) },
    { head: 'Baseline', numeric: true, cell: cellOf(({ baseline }) => money(baseline)) },
    {
      head: 'Optimized',
      numeric: true,
      cell: cellOf((group) => (untold.has(group) ? '–' : money(group.optimized))),
    },
    { head: 'Get an offer', numeric: true, cell: ({ customers, offered }) => writeShare(offered, customers) },
  ])}${hiddenNote(told.offeredOfSegment)}`;
}

/** Keeps a sign and the money after it on one line. */
const wordJoiner = '\u2060';

export function outreachTable(outreach: readonly OutreachEntry[], { currency }: RunSummary): Html {
  const money = (value: number) => formatMoney(value, currency);
  if (outreach.length === 0) return html`<p>${nobodyToCall}</p>`;
  return html`<div class="cards">
    ${table(outreach, [
      { head: 'Customer', cell: ({ id }) => id },
      { head: 'Segment', cell: ({ segment }) => segment },
      { head: 'Churn risk', numeric: true, cell: ({ pChurn }) => formatPercent(pChurn) },
      { head: 'Value', numeric: true, cell: ({ clv }) => money(clv) },
      { head: 'Offer', cell: ({ offer }) => offer },
      {
        head: 'Why they may leave',
        prose: true,
        cell: ({ reasons }) => reasons.slice(0, 2).join('; ') || '–',
      },
      { head: 'Why this offer', prose: true, cell: ({ why }) => why.replace(': +', `: +${wordJoiner}`) },
    ])}
  </div>`;
}

const moneyPair = (value: number, currency: string): [string, string] => [
  formatMoney(value, currency),
  formatMoneyExact(value, currency),
];
