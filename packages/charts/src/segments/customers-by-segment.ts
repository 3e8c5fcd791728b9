import type { SegmentSummary } from '@clv/contracts';
import { checkChartOptions, type Chart, type ChartOptions } from '../chart.js';
import { emphasis } from '../look/emphasis.js';
import { labelledBars } from '../look/labelled-bars.js';
import { segmentColor } from '../look/palette.js';
import { formatCount, formatShare } from '../numbers/number-format.js';
import { largestBy, share, sumBy } from '../numbers/shares.js';
import { sayWith } from '../texts/say.js';

/** How many customers each segment has, and beside it how much of the value at risk: expected loss if nothing is done. */
export function customersBySegment(segments: readonly SegmentSummary[], options: ChartOptions = {}): Chart {
  checkChartOptions(options);
  const { locale, picked } = options;
  const say = sayWith(options.texts);
  const names = segments.map((segment) => segment.label);
  const atRisk = (segment: SegmentSummary) =>
    Math.max(0, segment.customers * segment.mean_clv - segment.baseline);
  const customers = sumBy(segments, (segment) => segment.customers);
  const valueAtRisk = sumBy(segments, atRisk);
  const rows = segments.map((segment) => ({
    segment: segment.label,
    color: segmentColor(segment.label, names),
    customers: segment.customers,
    share: share(segment.customers, customers),
    value_at_risk: atRisk(segment),
    value_at_risk_share: share(atRisk(segment), valueAtRisk),
    emphasis: emphasis(segment.label, picked),
    text: formatCount(segment.customers, locale),
  }));
  const most = largestBy(rows, (row) => row.value_at_risk_share);
  const percent = (value: number) => formatShare(value, locale);
  const finding = () => {
    if (!most) return say('No customers, no segments');
    const found = {
      segment: most.segment,
      share: percent(most.share),
      risk: percent(most.value_at_risk_share),
    };
    if (valueAtRisk === 0) return say('{segment} is {share} of customers; no value is at risk', found);
    return say('{segment} is {share} of customers and {risk} of the value at risk', found);
  };
  return {
    title: finding(),
    subtitle: say('Share of customers (bar) and of the value at risk (line); number of customers'),
    description: say('Bars: {rows}.', {
      rows: rows
        .map((row) =>
          say('{segment} {count} customers, {share}, with {risk} of the value at risk', {
            segment: row.segment,
            count: row.text,
            share: percent(row.share),
            risk: percent(row.value_at_risk_share),
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
        {
          mark: { type: 'bar', height: 14 },
          encoding: { x: { field: 'share' }, color: { field: 'color', type: 'nominal', scale: null } },
        },
        {
          mark: { type: 'tick', style: 'reference', height: 20 },
          encoding: { x: { field: 'value_at_risk_share' } },
        },
      ],
    }),
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
