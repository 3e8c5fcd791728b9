import { formatCount, formatMoney, formatPercent } from '@clv/charts';
import type { CampaignEffect, Estimate, Forecast } from '@clv/prescribe';
import { colors } from './colors.js';

import type { Measurement } from '../campaign/measurement.js';
import { plainTable } from './plain-table.js';

/** What a campaign won, as a manager reads it on a terminal. */
export function measurementText(measurement: Measurement): string {
  const { overall, offers, segments, currency, notices } = measurement;
  const money = (value: number) => formatMoney(value, currency);
  return [
    colors.bold(headline(overall, money)),
    `Of ${formatCount(measurement.customers)} customers in the campaign the outcome of ${formatCount(measurement.measured)} is known. Intervals are 95% ones.`,
    '',
    effectsTable(
      [
        ['all', overall],
        ...offers.map(({ label, effect }): Row => [label, effect]),
        ...segments.map(({ segment, effect }): Row => [segment, effect]),
      ],
      money,
    ),
    '',
    colors.bold('Predicted and realised'),
    forecastTable(overall.forecast, money),
    ...notices.map((notice) => colors.dim(`note: ${notice}`)),
  ].join('\n');
}

type Row = [name: string, effect: CampaignEffect | null];

function headline({ retained, netValue, spend }: CampaignEffect, money: (value: number) => string): string {
  const verdict =
    retained.low > 0
      ? `The campaign kept ${count(retained.value)} customers who would have left`
      : retained.high < 0
        ? `The campaign lost ${count(-retained.value)} customers who would have stayed`
        : 'Whether the campaign kept anyone cannot be told from chance';
  return `${verdict}. It cost ${money(spend)}${netValue ? earned(netValue, money) : ''}.`;
}

function earned({ value, low, high }: Estimate, money: (value: number) => string): string {
  if (low <= 0 && high >= 0) return '; whether it paid cannot be told from chance';
  return ` and ${value < 0 ? 'lost' : 'won'} ${money(Math.abs(value))} net`;
}

function effectsTable(rows: readonly Row[], money: (value: number) => string): string {
  const table = plainTable(
    ['', 'treated', 'held out', 'retention', '', 'kept', 'net value', '', 'ROI'],
    ['left', ...Array<'right'>(8).fill('right')],
  );
  for (const [name, effect] of rows)
    table.push(
      effect === null
        ? [name, { colSpan: 8, content: colors.dim('too few treated or held out to tell'), hAlign: 'left' }]
        : [
            name,
            formatCount(effect.treated),
            formatCount(effect.heldOut),
            points(effect.retention.value),
            colors.dim(interval(effect.retention, points)),
            count(effect.retained.value),
            effect.netValue ? money(effect.netValue.value) : '–',
            colors.dim(effect.netValue ? interval(effect.netValue, money) : ''),
            effect.roi ? formatPercent(effect.roi.value) : '–',
          ],
    );
  return table.toString();
}

function forecastTable(forecasts: readonly Forecast[], money: (value: number) => string): string {
  const table = plainTable(
    ['', 'predicted', 'realised', '', ''],
    ['left', 'right', 'right', 'right', 'left'],
  );
  for (const { of, predicted, realised, isInside } of forecasts) {
    const write = of === 'retained' ? count : money;
    table.push([
      of === 'retained' ? 'customers kept' : 'net value',
      write(predicted),
      write(realised.value),
      colors.dim(interval(realised, write)),
      isInside
        ? 'as predicted, within chance'
        : predicted > realised.high
          ? 'less than predicted'
          : 'more than predicted',
    ]);
  }
  return table.toString();
}

const count = (value: number) => formatCount(Math.round(value));

const points = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)} pts`;

const interval = ({ low, high }: Estimate, write: (value: number) => string) =>
  `${write(low)} to ${write(high)}`;
