import { offers } from '../testing/run-summary.js';
import { offersRecommended } from './offers-recommended.js';

describe('offersRecommended', () => {
  it('names the offer that gains the most', () => {
    expect(offersRecommended(offers).title).toBe(
      '10% discount for 20% of customers gains the most: $28.0K for $20.0K of cost',
    );
  });

  it('does not write off an offer for few as one for nobody', () => {
    const few = [
      { ...offers[0], customers: 9999 },
      { ...offers[1], customers: 1 },
    ];
    expect(offersRecommended(few).title).toMatch(/^5% discount for <1% of customers/);
  });

  it('says so when nobody gets one, and not why: it may be the budget', () => {
    expect(offersRecommended(offers.slice(0, 1)).title).toBe('Nobody gets an offer');
  });
});
