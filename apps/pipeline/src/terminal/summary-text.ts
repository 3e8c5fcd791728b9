import { formatMoney, formatPercent, offersShown } from '@clv/charts';
import type { HoldoutSummary, RunSummary } from '@clv/contracts';
import type { Prescription } from '@clv/prescribe';
import { colors } from './colors.js';
import { heading } from './heading.js';

import type { EngineRun } from '../engine/engine-run.js';
import { type OutreachEntry, nobodyToCall } from '../engine/evidence/outreach.js';
import { hiddenText } from '../privacy/hidden-text.js';
import type { Telling } from '../privacy/telling-of.js';
import type { ToldCounts } from '../privacy/told-counts.js';
import { untoldOptimized } from '../privacy/untold-gains.js';
import { whoGetsOffers } from '../privacy/who-gets-offers.js';
import { cellOf, meanCellOf, offeredOf, withTold, writeCount, writeShare } from '../privacy/write-count.js';
import { counted } from '../wording/counted.js';
import { oneLine } from '../wording/one-line.js';
import { whyNobody } from '../wording/why-nobody.js';
import { plainTable } from './plain-table.js';

/** A run's summary as a manager reads it on a terminal, with such numbers of customers as may be told. */
export function summaryText(
  { summary, prescribed }: Pick<EngineRun, 'summary' | 'prescribed'>,
  told: ToldCounts,
  outreach: readonly OutreachEntry[],
): string {
  const money = (value: number) => formatMoney(value, summary.currency);
  return [
    colors.bold(headline(summary, prescribed.decision, told)),
    keyFigures(summary, told, money),
    heading('Segments'),
    segmentTable(summary, told, money),
    ...hiddenLines([...told.segments, ...told.offeredOfSegment]),
    heading('Offers'),
    offerTable(summary, told, money),
    ...hiddenLines(told.offers),
    heading(`Priority outreach: likely to leave, and worth the most${first(outreach.length)}`),
    outreach.length > 0 ? outreachTable(outreach, money) : nobodyToCall,
    ...summary.notices.map((notice) => colors.dim(`note: ${notice}`)),
  ].join('\n');
}

function headline(
  summary: RunSummary,
  decision: Pick<Prescription, 'shadowPrice'>,
  told: ToldCounts,
): string {
  const { net_gain, offer_spend, currency, horizon_months, intervention_rate } = summary;
  if (intervention_rate === 0) return `${whyNobody(summary, decision)}.`;
  const money = (value: number) => formatMoney(value, currency);
  return `Spend ${money(offer_spend)} on ${whoGetsOffers(summary, told)} to gain ${money(net_gain)} net over ${counted(horizon_months, 'month')}.`;
}

function keyFigures(summary: RunSummary, { offered }: ToldCounts, money: (value: number) => string): string {
  const rows: [string, string, string][] = [
    ['Total potential value', money(summary.total_potential_value), 'if nobody left'],
    ['Baseline retention', money(summary.baseline_retention_value), 'expected, with no offers'],
    [
      'Optimized retention',
      money(summary.optimized_retention_value),
      'expected, with ours, their cost taken off',
    ],
    ['Net gain', money(summary.net_gain), ''],
    [
      'Spend',
      money(summary.offer_spend),
      summary.budget === null ? 'no budget set' : `of ${money(summary.budget)}`,
    ],
    ['ROI', summary.roi === null ? '–' : formatPercent(summary.roi), 'net gain / spend'],
    ['Model', `AUC ${summary.auc.toFixed(3)}`, modelNote(summary)],
  ];
  if (summary.choice_stability)
    rows.push([
      'Choice',
      formatPercent(summary.choice_stability.offered),
      'of chosen offers are chosen again when the learned effects are redrawn from their errors',
    ]);
  if (summary.holdout)
    rows.push([
      'Held out',
      writeCount({ customers: summary.holdout.held_out, told: offered }),
      holdoutNote(summary.holdout, offered),
    ]);
  const table = plainTable([], ['left', 'right', 'left']);
  table.push(...rows.map(([name, value, note]) => [name, colors.bold(value), colors.dim(note)]));
  return table.toString();
}

function modelNote({ auc_ceiling, log_loss }: RunSummary): string {
  const ceiling = auc_ceiling === undefined ? '' : `, at best ${auc_ceiling.toFixed(3)} for any model`;
  return `held-out${ceiling}; log-loss ${log_loss.toFixed(4)}`;
}

function holdoutNote(
  { customers, expected_effect, detectable_effect }: HoldoutSummary,
  told: Telling,
): string {
  const points = (share: number) => `${(100 * share).toFixed(1)} points`;
  const shown =
    detectable_effect === null
      ? 'too few to show any effect'
      : `enough to show a rise in retention of ${points(detectable_effect)}`;
  return `of ${writeCount({ customers, told })} with an offer: ${shown}; ${points(expected_effect)} are predicted`;
}

function segmentTable({ segments }: RunSummary, told: ToldCounts, money: (value: number) => string): string {
  const table = plainTable(
    ['segment', 'customers', 'churn risk', 'value each', 'baseline', 'optimized', 'get an offer'],
    ['left', ...Array<'right'>(6).fill('right')],
  );
  const groups = withTold(segments, told.segments).map((segment, s) => ({
    ...segment,
    offered: offeredOf(segment, told.offeredOfSegment[s]),
  }));
  const untold = untoldOptimized(groups);
  const written = groups.map((segment) => [
    segment.label,
    writeCount(segment),
    meanCellOf(() => formatPercent(segment.mean_p_churn))(segment),
    meanCellOf(() => money(segment.mean_clv))(segment),
    cellOf(() => money(segment.baseline))(segment),
    cellOf(() => (untold.has(segment) ? '–' : money(segment.optimized)))(segment),
    writeShare(segment.offered, segment.customers),
  ]);
  table.push(...written);
  return table.toString();
}

function offerTable({ offers }: RunSummary, told: ToldCounts, money: (value: number) => string): string {
  const table = plainTable(
    ['offer', 'customers', 'cost', 'expected gain'],
    ['left', 'right', 'right', 'right'],
  );
  const shown = offersShown(withTold(offers, told.offers));
  for (const offer of shown)
    table.push([
      oneLine(offer.label),
      writeCount(offer),
      cellOf(() => money(offer.cost))(offer),
      cellOf(() => money(offer.expected_gain))(offer),
    ]);
  const untold = offers.length - shown.length;
  return [
    table.toString(),
    ...(untold > 0 ? [colors.dim(`${counted(untold, 'more offer')} that nobody gets`)] : []),
  ].join('\n');
}

function hiddenLines(told: readonly Telling[]): string[] {
  const text = hiddenText(told);
  return text === undefined ? [] : [colors.dim(text)];
}

function outreachTable(outreach: readonly OutreachEntry[], money: (value: number) => string): string {
  const table = plainTable(
    ['customer', 'segment', 'churn risk', 'value', 'offer', 'gain'],
    ['left', 'left', 'right', 'right', 'left', 'right'],
  );
  for (const { id, segment, pChurn, clv, offer, gain } of outreach)
    table.push([oneLine(id), segment, formatPercent(pChurn), money(clv), oneLine(offer), money(gain)]);
  return table.toString();
}

/** There may be more of them than are listed. */
const first = (count: number) => (count > 1 ? ` (first ${count})` : '');
