import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions, ChartRow } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { specOfRows } from '../look/spec-of-rows.js';
import { share, sumBy } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** The customers whose chance of leaving is from `low` (included) to `high`, and what they are worth if they stay. */
export interface RiskBin {
  low: number;
  high: number;
  customers: number;
  value: number;
}

/** From which chance of leaving a customer is likelier to leave than to stay. */
const evenOdds = 0.5;

/** How many customers there are at each chance of leaving; its parameter `brush` is the range that a reader drags. */
export function riskHistogram(bins: readonly RiskBin[], options: ChartOptions = {}): Chart {
  const writer = writerFor(options);
  checkRows('bins', bins, ['low', 'high', 'customers', 'value']);
  const { say, count, wholePercent } = writer;
  const customers = sumBy(bins, (bin) => bin.customers);
  const rows = bins.map((bin) => ({
    range: say('{low} to {high}', { low: wholePercent(bin.low), high: wholePercent(bin.high) }),
    low: bin.low,
    high: bin.high,
    customers: bin.customers,
    value: bin.value,
  }));
  return {
    title: finding(bins, writer),
    subtitle: say('Customers by probability of leaving; over 50% in the accent. Drag to filter'),
    description: say('Histogram of {count} customers: {rows}.', {
      count: count(customers),
      rows: rows
        .filter((row) => row.customers > 0)
        .map((row) => `${row.range} ${count(row.customers)}`)
        .join('; '),
    }),
    spec: histogram(rows, customers),
    currency: options.currency,
    rows,
    columns: [
      { field: 'range', label: say('Probability of leaving'), kind: 'text' },
      { field: 'customers', label: say('Customers'), kind: 'count' },
      { field: 'value', label: say('Value if they stay'), kind: 'money' },
    ],
  };
}

function finding(bins: readonly RiskBin[], { say, wholePercent }: Writer): string {
  const customers = sumBy(bins, (bin) => bin.customers);
  if (customers === 0) return say('No customers, no risk');
  const likely = bins.filter((bin) => bin.low >= evenOdds);
  const likelyShare = share(
    sumBy(likely, (bin) => bin.customers),
    customers,
  );
  if (likelyShare === 0) return say('Nobody is likelier to leave than to stay');
  const valueShare = share(
    sumBy(likely, (bin) => bin.value),
    sumBy(bins, (bin) => bin.value),
  );
  return say('{share} of customers are likelier to leave than to stay, with {value} of the value', {
    share: wholePercent(likelyShare),
    value: wholePercent(valueShare),
  });
}

function histogram(rows: ChartRow[], customers: number): TopLevelSpec {
  const x = { type: 'quantitative' as const, title: null, axis: { format: '%', tickCount: 5, grid: false } };
  return {
    ...specOfRows('Customers by risk', 112, rows),
    encoding: {
      x: { field: 'low', bin: 'binned', ...x, scale: { domain: [0, 1] } },
      x2: { field: 'high' },
      y: {
        field: 'customers',
        type: 'quantitative',
        title: null,
        axis: { format: ',d', tickCount: 3, tickMinStep: 1, domain: false, ticks: false },
        ...(customers === 0 && { scale: { domain: [0, 1] } }),
      },
    },
    layer: [
      {
        params: [{ name: 'brush', select: { type: 'interval', encodings: ['x'] } }],
        transform: [{ filter: `datum.low < ${evenOdds}` }],
        mark: { type: 'bar', style: 'baseline', binSpacing: 1 },
      },
      {
        transform: [{ filter: `datum.low >= ${evenOdds}` }],
        mark: { type: 'bar', style: 'accent', binSpacing: 1 },
      },
    ],
  };
}
