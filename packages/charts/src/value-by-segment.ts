import type { SegmentSummary } from '@clv/contracts';
import type { Chart, ChartOptions } from './chart.js';
import { emphasis } from './emphasis.js';
import { labelledBars } from './labelled-bars.js';
import { formatMoney, formatPercent } from './number-format.js';
import { largestBy, share, sumBy } from './shares.js';

/** What each segment is expected to be worth when nothing is done (grey) and under the policy (accent). */
export function valueBySegment(segments: readonly SegmentSummary[], options: ChartOptions = {}): Chart {
  const { currency, locale, picked } = options;
  const money = (value: number) => formatMoney(value, currency, locale);
  const signed = (value: number) => (value > 0 ? `+${money(value)}` : money(value));
  const rows = segments.map((segment) => ({
    segment: segment.label,
    baseline: segment.baseline,
    optimized: segment.optimized,
    gain: segment.optimized - segment.baseline,
    emphasis: emphasis(segment.label, picked),
    text: signed(segment.optimized - segment.baseline),
  }));
  const gain = sumBy(rows, (row) => row.gain);
  const most = largestBy(rows, (row) => row.gain);
  return {
    title:
      most && gain > 0
        ? `Offers add ${money(gain)}, ${formatPercent(share(most.gain, gain), 0, locale)} of it in ${most.segment}`
        : 'No offer adds value: the best is to do nothing',
    subtitle: 'Expected value without offers (grey) and with ours (blue); what the offers add',
    description: `Pairs of bars: ${rows.map((row) => `${row.segment} ${money(row.baseline)} without offers, ${money(row.optimized)} with`).join('; ')}.`,
    spec: labelledBars({
      description: 'Baseline against optimized value by segment',
      rows,
      name: 'segment',
      text: 'text',
      textWidth: 72,
      step: 32,
      layers: [
        {
          mark: { type: 'bar', style: 'baseline', height: 9, yOffset: -5 },
          encoding: { x: { field: 'baseline' } },
        },
        {
          mark: { type: 'bar', style: 'accent', height: 9, yOffset: 5 },
          encoding: { x: { field: 'optimized' } },
        },
      ],
    }),
    rows,
    columns: [
      { field: 'segment', label: 'Segment', kind: 'text' },
      { field: 'baseline', label: 'Without offers', kind: 'money' },
      { field: 'optimized', label: 'With offers', kind: 'money' },
      { field: 'gain', label: 'Gain', kind: 'money' },
    ],
  };
}
