import { drawn, words } from '../testing/drawn.js';
import { riskHistogram } from './risk-histogram.js';

describe('riskHistogram', () => {
  const bins = [
    { low: 0, high: 0.25, customers: 50, value: 700 },
    { low: 0.25, high: 0.5, customers: 20, value: 100 },
    { low: 0.5, high: 0.75, customers: 20, value: 150 },
    { low: 0.75, high: 1, customers: 10, value: 50 },
  ];

  it('says how many are likelier to leave than to stay, and what share of the value is theirs', () => {
    expect(riskHistogram(bins).title).toBe(
      '30% of customers are likelier to leave than to stay, with 20% of the value',
    );
  });

  it('counts in whole customers, be they ever so few', async () => {
    const few = bins.map((bin, i) => ({ ...bin, customers: Number(i < 2) }));
    const counts = words(await drawn(riskHistogram(few))).filter((word) => !word.includes('%'));
    expect(counts).toEqual(['0', '1']);
  });

  it('says so when nobody is likely to leave, and when nobody is there at all, on an axis that still counts', async () => {
    expect(riskHistogram(bins.slice(0, 2)).title).toBe('Nobody is likelier to leave than to stay');
    const nobody = riskHistogram(bins.map((bin) => ({ ...bin, customers: 0, value: 0 })));
    expect(nobody.title).toBe('No customers, no risk');
    expect(words(await drawn(nobody)).filter((word) => !word.includes('%'))).toEqual(['0', '1']);
  });

  it('draws the two sides of even odds apart', async () => {
    const svg = await drawn(riskHistogram(bins));
    expect(svg.match(/aria-roledescription="bar"[^>]*fill="#1f62d0"/g)).toHaveLength(2);
  });
});
