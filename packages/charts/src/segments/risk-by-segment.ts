import type { SegmentSummary } from '@clv/contracts';
import type { Chart, ChartOptions } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { coloredBar } from '../look/colored-bar.js';
import { emphasis } from '../look/emphasis.js';
import { labelledBars } from '../look/labelled-bars.js';
import { lineAcross } from '../look/line-across.js';
import { segmentColor } from '../look/palette.js';
import { largestBy, share, sumBy } from '../numbers/shares.js';
import { writerFor } from '../texts/writer.js';

/** The mean chance of leaving in each segment, with that of all together as a line. */
export function riskBySegment(segments: readonly SegmentSummary[], options: ChartOptions = {}): Chart {
  const { say, percent } = writerFor(options);
  checkRows('segments', segments, ['label', 'customers', 'mean_p_churn']);
  const names = segments.map((segment) => segment.label);
  const leavers = sumBy(segments, (segment) => segment.customers * segment.mean_p_churn);
  const overall = share(
    leavers,
    sumBy(segments, (segment) => segment.customers),
  );
  const rows = segments.map((segment) => ({
    segment: segment.label,
    color: segmentColor(segment.label, names),
    p_churn: segment.mean_p_churn,
    overall,
    emphasis: emphasis(segment.label, options.picked),
    text: percent(segment.customers === 0 ? NaN : segment.mean_p_churn),
  }));
  const riskiest = largestBy(
    rows.filter((_, i) => segments[i].customers > 0),
    (row) => row.p_churn,
  );
  return {
    title: riskiest
      ? say('Likeliest to leave: {segment}, {risk} against {all} on average', {
          segment: riskiest.segment,
          risk: percent(riskiest.p_churn, 0),
          all: percent(overall, 0),
        })
      : say('No customers, no risk'),
    subtitle: say('Mean probability of leaving; the line is that of all together'),
    description: say('Bars: {rows}; all together {all}.', {
      rows: rows.map((row) => `${row.segment} ${row.text}`).join('; '),
      all: percent(overall),
    }),
    spec: labelledBars({
      description: 'Churn risk by segment',
      rows,
      name: 'segment',
      text: 'text',
      layers: [
        coloredBar('p_churn'),
        {
          mark: { type: 'rule', style: 'reference', strokeDash: [2, 2] },
          encoding: lineAcross('overall'),
        },
      ],
    }),
    rows,
    columns: [
      { field: 'segment', label: say('Segment'), kind: 'text' },
      { field: 'p_churn', label: say('Mean probability of leaving'), kind: 'percent' },
    ],
  };
}
