import { drawn, redrawn, words } from '../testing/drawn.js';
import { reasonsWaterfall } from './reasons-waterfall.js';

const explanation = {
  base: 0.2,
  probability: 0.5,
  reasons: [
    { value: 'support calls 5', points: 35 },
    { value: 'tenure months 120', points: -8 },
  ],
  rest: 3,
};

describe('reasonsWaterfall', () => {
  it('steps from the average customer to this one, each step from where the last one ended', () => {
    const steps = reasonsWaterfall(explanation, 0.5).rows.map(({ name, start, end }) => [name, start, end]);
    expect(steps).toEqual([
      ['Average customer', 0, 0.2],
      ['support calls 5', expect.closeTo(0.2, 9), expect.closeTo(0.55, 9)],
      ['tenure months 120', expect.closeTo(0.47, 9), expect.closeTo(0.55, 9)],
      ['All else', expect.closeTo(0.47, 9), expect.closeTo(0.5, 9)],
      ['This customer', 0, 0.5],
    ]);
  });

  it('ends at the held-out probability, with a step of its own where the model says otherwise', () => {
    const { rows, subtitle } = reasonsWaterfall(explanation, 0.56);
    expect(rows.at(-2)).toMatchObject({ name: 'Held-out correction', text: '+6.0', kind: 'raises' });
    expect(rows.at(-1)).toMatchObject({ end: 0.56, text: '56.0%' });
    expect(subtitle).toContain('never saw this customer');
  });

  it('names the strongest reason to leave', () => {
    expect(reasonsWaterfall(explanation, 0.5).title).toBe(
      'Most of all, support calls 5 raises the risk: +35.0 points',
    );
    expect(reasonsWaterfall({ ...explanation, reasons: [] }, 0.5).title).toMatch(/Nothing stands out/);
  });

  it('writes every step with its sign', async () => {
    const text = words(await drawn(reasonsWaterfall(explanation, 0.5)));
    expect(text).toEqual(expect.arrayContaining(['20.0%', '+35.0', '-8.0', '+3.0', '50.0%']));
  });

  it('shows other rows in place, also of a column that is named __proto__', async () => {
    const named = (pChurn: number) =>
      reasonsWaterfall({ ...explanation, reasons: [{ value: '__proto__', points: 35 }] }, pChurn);
    const after = words(await redrawn(named(0.5), named(0.56)));
    expect(after).toEqual(expect.arrayContaining(['__proto__', '56.0%']));
  });
});
