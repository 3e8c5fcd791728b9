import { unlikeTerms } from './unlike-terms.js';

const run = (name: string, terms = {}, currency = 'USD') => ({
  name,
  summary: { currency },
  scorer: { terms: { horizon_months: 12, window_months: 3, annual_discount_rate: 0.1, ...terms } },
});

describe('unlikeTerms', () => {
  it('says nothing of runs that mean the same', () => {
    expect(unlikeTerms(run('may'), run('june'))).toEqual([]);
  });

  it('tells of another currency, window, horizon and discount rate', () => {
    const other = { horizon_months: 24, window_months: 1, annual_discount_rate: 0.05 };
    expect(unlikeTerms(run('may'), run('june', other, 'EUR'))).toEqual([
      'In may money is in USD, in june EUR.',
      'In may the risk is that of leaving within 3 months, in june 1 month.',
      'In may values are over 12 months, in june 24 months.',
      'In may later money is discounted by 10.0% a year, in june 5.0%.',
    ]);
  });
});
