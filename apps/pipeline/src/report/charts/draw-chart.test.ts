import { offersRecommended } from '@clv/charts';

import { drawChart } from './draw-chart.js';
import { textWidth } from './text-width.js';

const offer = (label: string) => ({ offer: label, label, customers: 10, cost: 1, expected_gain: 2 });

describe('drawChart', () => {
  it.each([
    '5% discount',
    'Twenty per cent off for a year, with a call from your account manager',
    '割'.repeat(60),
  ])('keeps all that it draws within its width: %s', async (label) => {
    const svg = await drawChart(offersRecommended([offer(label)]), 400);
    const shift = Number(/<g fill="none"[^>]*translate\((\d+)/.exec(svg)![1]);
    const right = Number(/text-anchor="end" transform="translate\(([\d.]+),[^>]*>10</.exec(svg)![1]);
    // The name stands at the left of the bars, the number at their right.
    expect(shift).toBeGreaterThan(40);
    expect(shift + right).toBeLessThanOrEqual(400);
    expect(right).toBeGreaterThan(64);
    const name = />([^<]*)<\/text>/.exec(svg)![1];
    expect(textWidth(name, 12)).toBeLessThanOrEqual(shift);
  });
});
