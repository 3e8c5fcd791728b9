import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions, ChartRow } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { hoverRules } from '../look/hover-rules.js';
import { specOfRows } from '../look/spec-of-rows.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** What a customer who stays through the window is expected to bring in one month, discounted. */
export interface MonthValue {
  /** From 1. */
  month: number;
  value: number;
}

/** One customer's value month by month; the months add up to the value over the horizon. */
export function valueByMonth(months: readonly MonthValue[], options: ChartOptions = {}): Chart {
  const writer = writerFor(options);
  checkRows('months', months, ['month', 'value']);
  const { say, money } = writer;
  let all = 0;
  const rows = months.map(({ month, value }) => ({ month, value, total: (all += value) }));
  return {
    title: finding(rows, all, writer),
    subtitle: say(
      'Expected margin of each month if the customer stays now, discounted; spread as if the risk were the same each month',
    ),
    description: say('Bars: {rows}.', {
      rows: rows.map((row) => `${say('month {month}', { month: row.month })} ${money(row.value)}`).join('; '),
    }),
    spec: bars(rows, writer),
    currency: options.currency,
    rows,
    columns: [
      { field: 'month', label: say('Month'), kind: 'count' },
      { field: 'value', label: say('Value'), kind: 'money' },
      { field: 'total', label: say('So far'), kind: 'money' },
    ],
  };
}

interface Row extends MonthValue, ChartRow {
  /** What all months so far bring in. */
  total: number;
}

function finding(rows: readonly Row[], all: number, { say, money }: Writer): string {
  if (!(all > 0)) return say('Nothing is earned from this customer');
  if (rows.length === 1) return say('Worth {value} over 1 month', { value: money(all) });
  const half = rows.find(({ total }) => total >= all / 2)!;
  return say('Worth {value} over {months} months, half of it by month {half}', {
    value: money(all),
    months: rows.length,
    half: half.month,
  });
}

function bars(rows: Row[], { say, moneyLabels }: Writer): TopLevelSpec {
  const last = rows.length;
  return {
    ...specOfRows('Value by month', 96, rows),
    encoding: {
      x: {
        field: 'month',
        type: 'ordinal',
        title: null,
        axis: {
          labelAngle: 0,
          // The last would reach beyond the edge.
          labelAlign: { condition: { test: `datum.value === ${last}`, value: 'right' }, value: 'center' },
          domain: false,
          ticks: false,
          values: [1, Math.ceil(last / 2), last],
          labelExpr: `replace(${JSON.stringify(say('month {month}'))}, '{month}', datum.value)`,
        },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        title: null,
        axis: {
          tickCount: 3,
          domain: false,
          ticks: false,
          labelExpr: moneyLabels(Math.max(0, ...rows.map(({ value }) => value))),
        },
      },
    },
    layer: [{ mark: { type: 'bar', style: 'accent', binSpacing: 1 } }, hoverRules('month')],
  };
}
