import type { SegmentSummary } from '@clv/contracts';
import type { Chart, ChartOptions } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { coloredBar } from '../look/colored-bar.js';
import { emphasis } from '../look/emphasis.js';
import { labelledBars } from '../look/labelled-bars.js';
import { segmentColor } from '../look/palette.js';
import { largestBy, share, sumBy } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** How many customers each segment has, and its share of the value at risk: the expected loss if nothing is done. */
export function customersBySegment(segments: readonly SegmentSummary[], options: ChartOptions = {}): Chart {
  const writer = writerFor(options);
  checkRows('segments', segments, ['label', 'customers', 'mean_clv', 'baseline']);
  const { say, wholePercent } = writer;
  const rows = rowsOf(segments, writer, options.picked);
  return {
    title: finding(rows, writer),
    subtitle: say('Share of customers (bar) and of the value at risk (line); number of customers'),
    description: say('Bars: {rows}.', {
      rows: rows
        .map((row) =>
          say('{segment} {count} customers, {share}, with {risk} of the value at risk', {
            segment: row.segment,
            count: row.text,
            share: wholePercent(row.share),
            risk: wholePercent(row.value_at_risk_share),
          }),
        )
        .join('; '),
    }),
    spec: labelledBars({
      description: 'Customers by segment',
      rows,
      name: 'segment',
      text: 'text',
      layers: [
        coloredBar('share'),
        {
          mark: { type: 'tick', style: 'reference', height: 20 },
          encoding: { x: { field: 'value_at_risk_share' } },
        },
      ],
    }),
    currency: options.currency,
    rows,
    columns: [
      { field: 'segment', label: say('Segment'), kind: 'text' },
      { field: 'customers', label: say('Customers'), kind: 'count' },
      { field: 'share', label: say('Share of customers'), kind: 'percent' },
      { field: 'value_at_risk', label: say('Value at risk'), kind: 'money' },
      { field: 'value_at_risk_share', label: say('Share of value at risk'), kind: 'percent' },
    ],
  };
}

type Row = ReturnType<typeof rowsOf>[number];

function rowsOf(segments: readonly SegmentSummary[], { count }: Writer, picked: ChartOptions['picked']) {
  const names = segments.map((segment) => segment.label);
  const customers = sumBy(segments, (segment) => segment.customers);
  const valueAtRisk = sumBy(segments, atRisk);
  return segments.map((segment) => ({
    segment: segment.label,
    color: segmentColor(segment.label, names),
    customers: segment.customers,
    share: share(segment.customers, customers),
    value_at_risk: atRisk(segment),
    value_at_risk_share: share(atRisk(segment), valueAtRisk),
    emphasis: emphasis(segment.label, picked),
    text: count(segment.customers),
  }));
}

const atRisk = (segment: SegmentSummary) =>
  Math.max(0, segment.customers * segment.mean_clv - segment.baseline);

function finding(rows: readonly Row[], { say, wholePercent }: Writer): string {
  const most = largestBy(rows, (row) => row.value_at_risk_share);
  if (!most) return say('No customers, no segments');
  const found = {
    segment: most.segment,
    share: wholePercent(most.share),
    risk: wholePercent(most.value_at_risk_share),
  };
  if (sumBy(rows, (row) => row.value_at_risk) === 0)
    return say('{share} of customers are in {segment}; no value is at risk', found);
  return say('{share} of customers are in {segment}, with {risk} of the value at risk', found);
}
