import type { ChartOptions } from '../chart.js';
import { drawn } from '../testing/drawn.js';
import { segment, segments } from '../testing/run-summary.js';
import { valueBySegment } from './value-by-segment.js';

describe('valueBySegment', () => {
  it('leaves as much room beside the bars as its numbers need in the language', () => {
    const longest = (options: ChartOptions) => {
      const { rows, spec } = valueBySegment(segments, options);
      const [, width] = /max\(1, width - (\d+)\)/.exec(JSON.stringify(spec))!;
      return Number(width) / Math.max(...rows.map(({ text }) => String(text).length));
    };
    for (const locale of ['en-US', 'de-DE', 'es-ES', 'fr-FR'])
      expect(longest({ locale, currency: 'USD' })).toBeGreaterThan(7.5);
  });

  it('says what the offers add and where most of it is', () => {
    expect(valueBySegment(segments).title).toBe('Offers add $40.0K, 75% of it in At-Risk High-Value');
  });

  it('says so when nothing is gained', () => {
    expect(valueBySegment([segment('VIPs', 10, 0.1, 100, 0)]).title).toBe(
      'No offer is made, so none adds value',
    );
  });

  it('draws the baseline in grey against the accent', async () => {
    const svg = await drawn(valueBySegment(segments), 'dark');
    expect(svg.match(/fill="#6d7580"/g)).toHaveLength(4);
    expect(svg.match(/fill="#6ea6ff"/g)).toHaveLength(4);
  });
});
