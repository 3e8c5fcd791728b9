import { checkOffers } from '@clv/prescribe';

import { noLiftNotices } from './no-lift.js';

describe('noLiftNotices', () => {
  const offers = checkOffers([
    { id: 'none' },
    { id: 'call', label: 'A call', cost: 5 },
    { id: 'gift', cost: 9, lift: 0.2 },
    { id: 'visit', cost: 50, response: 'sensitivity' },
  ]);

  it('tells of offers without a lift, but for none', () => {
    expect(noLiftNotices(offers, false)).toEqual([
      'A call and visit: no lift is stated, so nobody is thought to stay for them, and nobody gets them.',
    ]);
    expect(noLiftNotices(offers.slice(0, 1), false)).toEqual([]);
  });

  it('tells of no offer whose effect was learned', () => {
    expect(noLiftNotices(offers, true)).toEqual([
      'visit: no lift is stated, so nobody is thought to stay for it, and nobody gets it.',
    ]);
  });
});
