import type { CheckedOffer } from '@clv/prescribe';
import type { Roles } from '@clv/table';

import { parseConfig } from '../config/load-config.js';
import { unlikeTerms } from './unlike-terms.js';

const offer: CheckedOffer = {
  id: 'discount_10',
  label: '10% off',
  discount: 0.1,
  months: 12,
  cost: 0,
  redemption: 1,
  lift: 0.35,
};

const run = (
  name: string,
  {
    terms = {},
    currency = 'USD',
    config = {},
    roles = {},
    offers = [offer],
  }: { terms?: object; currency?: string; config?: object; roles?: Roles; offers?: CheckedOffer[] } = {},
) => ({
  name,
  config: parseConfig(config),
  summary: { currency },
  scorer: {
    terms: { horizon_months: 12, window_months: 3, annual_discount_rate: 0.1, ...terms },
    schema: { roles: { label: 'churned', ...roles } },
    offers,
  },
});

describe('unlikeTerms', () => {
  it('says nothing of runs that mean the same, nor of an offer that one of them has', () => {
    expect(unlikeTerms(run('may'), run('june'))).toEqual([]);
    const another = run('june', { offers: [offer, { ...offer, id: 'call', discount: 0, cost: 4 }] });
    expect([...unlikeTerms(run('may'), another), ...unlikeTerms(another, run('may'))]).toEqual([]);
  });

  it('tells of another currency, window, horizon and discount rate', () => {
    const terms = { horizon_months: 24, window_months: 1, annual_discount_rate: 0.05 };
    expect(
      unlikeTerms(run('may', { offers: [] }), run('june', { terms, currency: 'EUR', offers: [] })),
    ).toEqual([
      'In may money is in USD, in june EUR.',
      'In may the risk is that of leaving within 3 months, in june 1 month.',
      'In may values are over 12 months, in june 24 months.',
      'In may later money is discounted by 10.0% a year, in june 5.0%.',
    ]);
  });

  it('tells of other customers, another label, and what it and the margin mean', () => {
    const june = run('june', {
      config: { active_only: true, churn: { label_means: 'has_left' } },
      roles: { label: 'gone', margin_rate: 0.5 },
    });
    expect(unlikeTerms(run('may', { roles: { margin: 'profit' } }), june)).toEqual([
      'In may those who have left are prescribed for too, in june left out.',
      'In may the label is churned, in june gone.',
      'In may label 1 says who left within the window after the snapshot, in june who had left by the end of the tenure.',
      'In may the margin is profit, in june 50.0% of the price.',
    ]);
    expect(unlikeTerms(june, run('july', { config: june.config, roles: { label: 'gone' } }))).toEqual([
      'In june the margin is 50.0% of the price, in july the whole price.',
    ]);
  });

  it('tells of an offer that goes by the same name and is another', () => {
    const longer = run('june', { offers: [{ ...offer, months: 24, cost: 2, redemption: 0.5, lift: 0.4 }] });
    expect(unlikeTerms(run('may'), longer)).toEqual([
      'In may discount_10 runs for 12 months, in june 24 months.',
      'In may a contact with discount_10 costs $0, in june $2.00.',
      'In may discount_10 is redeemed by 100.0%, in june 50.0%.',
      'In may discount_10 keeps 35.0% of would-be leavers, in june 40.0%.',
    ]);
  });
});
