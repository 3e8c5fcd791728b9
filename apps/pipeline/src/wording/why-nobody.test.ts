import { whyNobody } from './why-nobody.js';

describe('whyNobody', () => {
  it('blames the budget only where more money would gain something', () => {
    const within = (budget: number | null, shadowPrice: number) =>
      whyNobody({ budget, currency: 'USD' }, { shadowPrice });
    const nothingPays = 'No offer pays for any customer: doing nothing is best';
    expect([within(null, 0), within(5, 0)]).toEqual([nothingPays, nothingPays]);
    expect(within(5, 0.3)).toBe('Within the budget of $5.00 no offer pays for any customer');
  });
});
