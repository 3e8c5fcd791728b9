import { formatCount, formatPercent, gainByAssumption } from '@clv/charts';
import type { BreakEven } from '@clv/prescribe';

import type { EngineRun } from '../../engine/engine-run.js';
import type { WeighedAssumptions } from '../../engine/evidence/weigh-assumptions.js';
import type { ToldCounts } from '../../privacy/told-counts.js';
import { chartFigure } from '../charts/chart-figure.js';
import { fullWidth } from '../charts/drawing.js';
import { hiddenNote } from './hidden-note.js';
import { type Html, html } from '../html.js';
import { type TableColumn, table } from '../table.js';

/** What the recommended policy's gain depends on, and how much of an offer's effect must be true for it to pay. */
export async function assumptionsSection(
  { evidence, prescribed, summary }: EngineRun,
  { offers: toldOffers }: Pick<ToldCounts, 'offers'>,
): Promise<Html> {
  const { assumptions } = evidence;
  const { currency, customers } = summary;
  if (summary.offers.every(({ offer, customers: count }) => offer === 'none' || count === 0)) return html``;
  const swings = assumptions.swings.map(({ name, low, high }) => ({
    label: labelOf(name, assumptions),
    low,
    high,
  }));
  const labels = new Map(prescribed.policy.offers.map(({ id, label }) => [id, label]));
  const toldOfOffer = new Map(summary.offers.map(({ offer }, o) => [offer, toldOffers[o]]));
  const chosen = assumptions.breakEven
    .filter(({ share }) => Number.isFinite(share))
    .map((each) => ({ ...each, isTold: toldOfOffer.get(each.offer) === 'number' }));
  return html`<section>
    <h2>What it depends on</h2>
    ${await chartFigure(gainByAssumption(swings, assumptions.gain, { currency }), fullWidth)}
    ${
      assumptions.customers < customers
        ? html`<p class="muted">
            From ${formatCount(assumptions.customers)} customers, evenly spread, scaled up to the gain of all.
          </p>`
        : ''
    }
    ${
      prescribed.campaign === undefined
        ? ''
        : html`<p class="muted">Of the whole policy, nobody held out of it.</p>`
    }
    <h3>When an offer stops paying</h3>
    <p>
      The share of its effect that must be true for an offer to cost no more than it brings, over those who
      are recommended it.
    </p>
    ${table(chosen, [
      { head: 'Offer', cell: ({ offer }) => labels.get(offer) ?? offer },
      {
        head: 'Share of its effect that must be true',
        numeric: true,
        cell: ({ share, isTold }) => (isTold ? formatPercent(share) : '–'),
      },
      ...(chosen.some(({ lift }) => lift !== undefined) ? liftColumns : []),
    ])}${hiddenNote(chosen.map(({ offer }) => toldOfOffer.get(offer)!))}
  </section>`;
}

/** Of an offer whose effect is a stated lift. */
const liftColumns: TableColumn<BreakEven & { isTold: boolean }>[] = [
  {
    head: 'That is a lift of',
    numeric: true,
    cell: ({ lift, isTold }) => (lift === undefined || !isTold ? '–' : formatPercent(lift)),
  },
  {
    head: 'Stated lift',
    numeric: true,
    cell: ({ share, lift }) => (lift === undefined ? '–' : formatPercent(lift / share)),
  },
];

function labelOf(name: string, { swing, ranges }: WeighedAssumptions): string {
  const either = `±${formatPercent(swing, 0)}`;
  const labels: Readonly<Record<string, string>> = {
    lift: `what offers change, ${either}`,
    margin: `the margin, ${either}`,
    cost: `what offers cost, ${either}`,
    risk: `the churn risk, ${either}`,
    horizon_months: `the horizon, ${ranges.horizon_months.join(' or ')} months`,
    annual_discount_rate: `the discount rate, ${ranges.annual_discount_rate.map((rate) => formatPercent(rate, 0)).join(' or ')}`,
  };
  return Object.hasOwn(labels, name) ? labels[name] : name;
}
