import { drawn, words } from '../testing/drawn.js';
import { segment, segments } from '../testing/run-summary.js';
import { customersBySegment } from './customers-by-segment.js';

describe('customersBySegment', () => {
  it('says which segment holds the most value at risk, as worked out by hand', () => {
    // at risk: 400,000 + 400,000 + 900,000 + 150,000 = 1,850,000
    expect(customersBySegment(segments).title).toBe(
      '10% of customers are in At-Risk High-Value, with 49% of the value at risk',
    );
  });

  it('draws every segment with its number', async () => {
    const text = words(await drawn(customersBySegment(segments)));
    for (const each of segments) expect(text).toContain(each.label);
    expect(text).toEqual(expect.arrayContaining(['2,000', '4,000', '1,000', '3,000']));
  });

  it('finds nothing at risk where nobody is', () => {
    expect(customersBySegment([segment('VIPs', 10, 0, 100, 0)]).title).toBe(
      '100% of customers are in VIPs; no value is at risk',
    );
  });

  it('lets picked names stand out and the others step back', () => {
    const shown = customersBySegment(segments, { picked: ['VIPs'] }).rows.map((row) => row.emphasis);
    expect(shown).toEqual([1, 0.3, 0.3, 0.3]);
  });
});
