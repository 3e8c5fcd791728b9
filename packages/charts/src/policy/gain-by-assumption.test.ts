import { drawn, words } from '../testing/drawn.js';
import { gainByAssumption } from './gain-by-assumption.js';

const swings = [
  { label: 'what offers change, ±20%', low: -2000, high: 22_000 },
  { label: 'what offers cost, ±20%', low: 14_000, high: 6000 },
];

describe('gainByAssumption', () => {
  it('says what the gain depends on most, and from where to where it goes', () => {
    expect(gainByAssumption(swings, 10_000).title).toBe(
      'The gain depends most on what offers change, ±20%: -$2.00K to $22.0K',
    );
  });

  it('draws every assumption, the lower gain first whichever way it came about', async () => {
    const chart = gainByAssumption(swings, 10_000);
    expect(chart.rows[1]).toMatchObject({ least: 6000, most: 14_000 });
    expect(words(await drawn(chart))).toEqual(
      expect.arrayContaining(['what offers cost, ±20%', '$6.00K to $14.0K']),
    );
  });

  it('finds nothing where nothing was looked at', () => {
    expect(gainByAssumption([], 0).title).toBe('The gain depends on none of the assumptions');
  });
});
