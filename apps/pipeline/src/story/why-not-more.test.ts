import { checkOffers, explain, prescribe } from '@clv/prescribe';

import { whyNotMore } from './why-not-more.js';

const offers = checkOffers([
  { id: 'five', label: '5% off', discount: 0.05, lift: 0.2 },
  { id: 'ten', label: '10% off', discount: 0.1, lift: 0.35 },
]);
// One who leaves with .4 and is worth 1,000: 5% gains 59.60 for 20.40, 10% gains 95.60 for 44.40.
const customers = { pChurn: [0.4], clv: [1000], price: [50] };

const told = (budget: number, shadow_price: number, risk_aversion = 0) => {
  const prescription = prescribe(customers, { offers, budget });
  const cost = prescription.values.cost[prescription.choice[0]];
  return whyNotMore(explain(prescription, 0), cost, { offers, shadow_price, risk_aversion }, 'USD');
};

describe('whyNotMore', () => {
  it('says what the dearer offer would gain more, and that the money gains more elsewhere', () => {
    // 36 more for 24 more, which is 1.5 for each unit.
    expect(told(30, 1.6)).toBe(
      '10% off would gain $36.00 more for $24.00 more, but elsewhere each unit of money gains at least 1.60.',
    );
  });

  it('says that the last of the budget does not suffice', () => {
    expect(told(30, 1.4)).toMatch(/more, but the budget leaves no room for it\.$/);
  });

  it('says that the greater gain is less sure where one is averse to risk', () => {
    expect(told(30, 1.4, 1)).toMatch(/more, but that is less sure\.$/);
  });

  it('says nothing of one who gets the best there is, nor of one who gets nothing', () => {
    expect(told(100, 0)).toBeUndefined();
    expect(told(5, 3)).toBeUndefined();
  });
});
