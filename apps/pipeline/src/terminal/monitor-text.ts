import { formatCount, formatMoney, formatPercent } from '@clv/charts';
import { colors } from './colors.js';
import { heading } from './heading.js';

import type { MonitorReport } from '../monitor/monitor-report.js';
import { plainTable } from './plain-table.js';

/** How a run compares with an earlier one, as text for a terminal. */
export function monitorText(report: MonitorReport, currency: string): string {
  const { run, against, crossed, notices } = report;
  return [
    colors.bold(
      crossed.length === 0
        ? `${run} lies within its limits of ${against}.`
        : `${run} lies beyond ${crossed.length === 1 ? 'a limit' : `${crossed.length} limits`} of ${against}:`,
    ),
    ...crossed.map(
      ({ message, value, allowed, limit }) => `  ${message} (${limit} ${round(value)}, limit ${allowed})`,
    ),
    '',
    figuresTable(report, currency),
    heading('Drift'),
    driftTable(report),
    heading('Calibration of the earlier model'),
    calibrationText(report),
    heading('Segments'),
    segmentsText(report),
    heading('Offers'),
    offersTable(report),
    ...notices.map((notice) => colors.dim(`note: ${notice}`)),
  ].join('\n');
}

function figuresTable({ figures }: MonitorReport, currency: string): string {
  const money = (value: number) => formatMoney(value, currency);
  const kinds: Readonly<Record<string, [string, (value: number) => string]>> = {
    customers: ['customers', formatCount],
    mean_p_churn: ['churn risk', formatPercent],
    auc: ['AUC, held-out', (value) => value.toFixed(3)],
    ece: ['calibration error', formatPercent],
    value_per_customer: ['value each', money],
    net_gain_per_customer: ['net gain each', money],
    spend_per_customer: ['spend each', money],
    intervention_rate: ['get an offer', formatPercent],
  };
  const table = plainTable(['', 'before', 'now'], ['left', 'right', 'right']);
  for (const { name, before, now } of figures) {
    const [title, write] = kinds[name];
    table.push([title, write(before), write(now)]);
  }
  return table.toString();
}

/** So many columns are shown, those that moved most. */
const shown = 8;

function driftTable({ drift: { risk, columns } }: MonitorReport): string {
  const table = plainTable(
    ['column', 'stability index', 'by chance', '', ''],
    ['left', 'right', 'right', 'left', 'left'],
  );
  for (const { column, psi, byChance, verdict, unseen } of [risk, ...columns.slice(0, shown)])
    table.push([
      column,
      psi.toFixed(3),
      byChance.toFixed(3),
      verdict,
      unseen > 0 ? `${formatCount(unseen)} cells that it does not know` : '',
    ]);
  return table.toString();
}

function calibrationText({ calibration }: MonitorReport): string {
  if (calibration === undefined) return 'No outcome is known.';
  const { predicted, observed, difference, customers } = calibration;
  const points = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`;
  return `Of ${formatCount(customers)} customers whose outcome is known ${formatPercent(observed)} left, ${formatPercent(predicted)} were predicted (${points(difference[0])} to ${points(difference[1])} points, 95%).`;
}

function segmentsText({ segments: { segments, ended, migration } }: MonitorReport): string {
  const table = plainTable(['segment', 'continues', 'before', 'now'], ['left', 'left', 'right', 'right']);
  for (const { segment, continues, before, now } of segments)
    table.push([
      segment,
      continues ?? 'new',
      before === null ? '–' : formatPercent(before),
      formatPercent(now),
    ]);
  const lines = [table.toString()];
  if (ended.length > 0) lines.push(`Ended: ${ended.join(', ')}.`);
  if (migration) {
    const moves = migration.moves
      .slice(0, 5)
      .map(({ from, to, customers }) => `${from} to ${to}: ${formatCount(customers)}`);
    lines.push(
      `Of ${formatCount(migration.customers)} customers in both runs ${formatPercent(migration.share)} changed their segment${moves.length > 0 ? ` (${moves.join('; ')})` : ''}.`,
    );
  }
  return lines.join('\n');
}

function offersTable({ offers: { offers } }: MonitorReport): string {
  const table = plainTable(['offer', 'before', 'now'], ['left', 'right', 'right']);
  for (const { label, before, now } of offers) table.push([label, formatPercent(before), formatPercent(now)]);
  return table.toString();
}

const round = (value: number) => Number(value.toFixed(3));
