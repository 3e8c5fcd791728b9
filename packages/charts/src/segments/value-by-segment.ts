import type { SegmentSummary } from '@clv/contracts';
import { checkChartOptions, type Chart, type ChartOptions } from '../chart.js';
import { emphasis } from '../look/emphasis.js';
import { labelledBars } from '../look/labelled-bars.js';
import { formatMoney, formatShare } from '../numbers/number-format.js';
import { largestBy, share, sumBy } from '../numbers/shares.js';
import { sayWith } from '../texts/say.js';

/** What each segment is expected to be worth when nothing is done (grey) and under the policy (accent). */
export function valueBySegment(segments: readonly SegmentSummary[], options: ChartOptions = {}): Chart {
  checkChartOptions(options);
  const { currency, locale, picked } = options;
  const say = sayWith(options.texts);
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
        ? say('Offers add {gain}, {share} of it in {segment}', {
            gain: money(gain),
            share: formatShare(share(most.gain, gain), locale),
            segment: most.segment,
          })
        : say('No offer is made, so none adds value'),
    subtitle: say('Expected value without offers (grey) and with ours (blue); what the offers add'),
    description: say('Pairs of bars: {rows}.', {
      rows: rows
        .map((row) =>
          say('{segment} {baseline} without offers, {optimized} with', {
            segment: row.segment,
            baseline: money(row.baseline),
            optimized: money(row.optimized),
          }),
        )
        .join('; '),
    }),
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
      { field: 'segment', label: say('Segment'), kind: 'text' },
      { field: 'baseline', label: say('Without offers'), kind: 'money' },
      { field: 'optimized', label: say('With offers'), kind: 'money' },
      { field: 'gain', label: say('Gain'), kind: 'money' },
    ],
  };
}
