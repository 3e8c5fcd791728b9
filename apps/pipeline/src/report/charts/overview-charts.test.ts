import type { OfferSummary, SegmentSummary } from '@clv/contracts';

import { overviewCharts } from './overview-charts.js';

const segment = (label: string, customers: number, gain: number): SegmentSummary => ({
  segment: 0,
  label,
  customers,
  mean_p_churn: 0.4,
  mean_clv: 100,
  baseline: 60 * customers,
  optimized: 60 * customers + gain,
  intervention_rate: 0.5,
});
const offer = (id: string, customers: number, gain: number): OfferSummary => ({
  offer: id,
  label: id,
  customers,
  cost: id === 'none' ? 0 : 10 * customers,
  expected_gain: gain,
});

describe('overviewCharts', () => {
  const segments = [segment('VIPs', 30, 10), segment('Steady Users', 6, 40), segment('At-Risk', 4, 50)];
  const offers = [offer('none', 27, 0), offer('d5', 3, 20), offer('d10', 10, 80)];
  const titles = (together: 'number' | 'size') =>
    overviewCharts(
      { segments, offers },
      {
        segments: ['number', together, together],
        offers: ['number', together, together],
        offered: 'number',
        offeredOfSegment: ['number', 'nothing', 'nothing'],
      },
      'USD',
    ).map(({ title }) => title);

  it('call no offer the best where offers stand together, but say what all of them gain', () => {
    // 3 + 10 of 40 customers; 20 + 80 for 10 each.
    expect(titles('size').at(-1)).toBe('Offers to 32.5% of customers gain $100 for $130 of cost');
    expect(titles('number').at(-1)).toBe('d10 for 25% of customers gains the most: $80.00 for $100 of cost');
  });

  it('name segments that stand together by what they are', () => {
    expect(titles('size')).toContain('Offers add $100, 90% of it in Smaller segments');
  });

  it('tell no gain of a segment where fewer than five get an offer, nor its bars', () => {
    const many = { ...segment('At-Risk', 2000, 54_100), intervention_rate: 0.35 };
    const few = { ...segment('Steady Users', 1000, 5.44), intervention_rate: 0.002 };
    const value = (of: SegmentSummary[], offeredOfSegment: ('number' | 'size')[]) =>
      overviewCharts(
        { segments: of, offers },
        { segments: of.map(() => 'number'), offers: ['number'], offered: 'number', offeredOfSegment },
        'USD',
      )[2];
    const chart = value([many, few], ['size', 'size']);
    expect(chart.rows.map((row) => row.segment)).toEqual(['At-Risk']);
    expect(chart.title).toBe('Offers add $54.1K, 100% of it in At-Risk');
    expect(chart.subtitle).toMatch(
      /; segments whose gain would tell of fewer than 5 customers are left out$/,
    );
    expect(chart.description).not.toContain('Steady Users');
    const fewBesideFew = value(
      [{ ...many, optimized: many.baseline + 681 }, few, segment('VIPs', 30, 135)],
      ['size', 'size', 'number'],
    );
    expect(fewBesideFew.rows.map((row) => row.segment)).toEqual(['VIPs']);
    expect(fewBesideFew.title).toBe('Offers add $821');
  });
});
