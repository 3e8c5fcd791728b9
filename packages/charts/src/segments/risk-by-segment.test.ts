import { drawn, words } from '../testing/drawn.js';
import { segment, segments } from '../testing/run-summary.js';
import { riskBySegment } from './risk-by-segment.js';

describe('riskBySegment', () => {
  it('compares the riskiest segment with the mean of all, whom a filter may have left', () => {
    // (200 + 800 + 600 + 1500) / 10,000 = 31%
    expect(riskBySegment(segments).title).toBe(
      'Likeliest to leave: At-Risk High-Value, 60% against 31% on average',
    );
  });

  it('names no segment that nobody is in', () => {
    expect(riskBySegment([segment('VIPs', 0, 0.9, 0, 0), segments[1]]).title).toMatch(/: Steady Users, 20%/);
    expect(riskBySegment([segment('VIPs', 0, 0, 0, 0)]).title).toBe('No customers, no risk');
  });

  it('draws every risk', async () => {
    expect(words(await drawn(riskBySegment(segments)))).toEqual(
      expect.arrayContaining(['10.0%', '20.0%', '60.0%', '50.0%']),
    );
  });

  it('tells no risk of a segment that nobody is in', () => {
    expect(riskBySegment([segment('VIPs', 0, 0, 0, 0), segments[1]]).rows.map(({ text }) => text)).toEqual([
      '–',
      '20.0%',
    ]);
  });
});
