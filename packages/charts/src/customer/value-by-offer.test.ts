import { drawn, words } from '../testing/drawn.js';
import { valueByOffer } from './value-by-offer.js';

describe('valueByOffer', () => {
  const values = [
    { offer: 'none', label: 'No offer', value: 400 },
    { offer: 'discount_5', label: '5% discount', value: 390 },
    { offer: 'discount_10', label: '10% discount', value: 425 },
  ];

  it('says what the best offer is worth over doing nothing', () => {
    expect(valueByOffer(values).title).toBe('10% discount is worth $25.00 more than doing nothing');
  });

  it('says so when none is', () => {
    expect(valueByOffer(values.slice(0, 2)).title).toBe('Doing nothing is worth most');
  });

  it('draws every offer with its value', async () => {
    expect(words(await drawn(valueByOffer(values)))).toEqual(
      expect.arrayContaining(['No offer', '10% discount', '$400', '$425']),
    );
  });

  it('writes every number as strongly, also beside a bar that stands back', async () => {
    const svg = await drawn(valueByOffer(values, { picked: ['discount_10'] }));
    const texts = svg.match(/<text[^>]*>/g)!;
    expect(svg).toMatch(/<path[^>]*opacity="0\.3"/);
    for (const text of texts) expect(text).not.toMatch(/opacity="0/);
  });
});
