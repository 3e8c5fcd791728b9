import type { SegmentSummary } from '@clv/contracts';
import type { Chart, ChartOptions } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { emphasis } from '../look/emphasis.js';
import { labelledBars } from '../look/labelled-bars.js';
import { largestBy, share, sumBy } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** What each segment is expected to be worth when nothing is done (grey) and under the policy (accent). */
export function valueBySegment(segments: readonly SegmentSummary[], options: ChartOptions = {}): Chart {
  const writer = writerFor(options);
  checkRows('segments', segments, ['label', 'baseline', 'optimized']);
  const { say, money } = writer;
  const signed = (value: number) => (value > 0 ? `+${money(value)}` : money(value));
  const rows = segments.map((segment) => ({
    segment: segment.label,
    baseline: segment.baseline,
    optimized: segment.optimized,
    gain: segment.optimized - segment.baseline,
    emphasis: emphasis(segment.label, options.picked),
    text: signed(segment.optimized - segment.baseline),
  }));
  return {
    title: finding(rows, writer),
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
    currency: options.currency,
    rows,
    columns: [
      { field: 'segment', label: say('Segment'), kind: 'text' },
      { field: 'baseline', label: say('Without offers'), kind: 'money' },
      { field: 'optimized', label: say('With offers'), kind: 'money' },
      { field: 'gain', label: say('Gain'), kind: 'money' },
    ],
  };
}

function finding(
  rows: readonly { segment: string; gain: number }[],
  { say, money, wholePercent }: Writer,
): string {
  const gain = sumBy(rows, (row) => row.gain);
  const most = largestBy(rows, (row) => row.gain);
  if (!most || !(gain > 0)) return say('No offer is made, so none adds value');
  return say('Offers add {gain}, {share} of it in {segment}', {
    gain: money(gain),
    share: wholePercent(share(most.gain, gain)),
    segment: most.segment,
  });
}
