import { explain } from './explain.js';
import { prescribe } from './prescribe.js';

const inputs = {
  pChurn: [0.62, 0.01, 0.5],
  clv: [1000, 500, 300],
  price: [47, 80, 40],
  sensitivity: [0.6, 1, 1],
};

describe('explain', () => {
  it('says why an offer is made', () => {
    const prescription = prescribe(inputs);
    const { sentence, offer, alternatives } = explain(prescription, 0);
    // Wins back .6 * .35 of .62; stays with .5102, pays 4.7 a month less for 12 months: costs 28.78; gains 130.2 - 28.78.
    expect(offer).toBe('discount_10');
    expect(sentence).toBe(
      '10% for 12 months: +$101 expected: 62% likely to leave, the offer wins back 21% of that, costs $29',
    );
    expect(alternatives.map(({ offer }) => offer)).toEqual(['discount_5', 'none']);
    expect(alternatives[1].loss).toBeCloseTo(prescription.values.gain[2], 9);
  });

  it('says of an offer that neither gains nor costs anything that it would lose nothing', () => {
    const sure = prescribe({ pChurn: [0], clv: [100], price: [10] }, { offers: [{ id: 'call', lift: 0.2 }] });
    expect(explain(sure, 0).sentence).toBe(
      'no offer: 0% likely to leave; the best there is, call, would lose $0.00',
    );
  });

  it.each([3, -1, 1.5])('refuses customer %d of three', (customer) => {
    expect(() => explain(prescribe(inputs), customer)).toThrow(
      `customer must be a whole number from 0 to 2: ${customer}`,
    );
  });

  it.each(['XX', '€', ''])('refuses the currency %j, which has no such code', (currency) => {
    expect(() => explain(prescribe(inputs), 0, { currency })).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        message: `currency must be an ISO 4217 code such as USD: ${currency}`,
      }),
    );
  });

  it('says why none is made, when offers lose and when the budget ends', () => {
    expect(explain(prescribe(inputs), 1).sentence).toBe(
      'no offer: 1% likely to leave; the best there is, 5% for 12 months, would lose $47',
    );
    const poor = prescribe(inputs, { budget: 30 });
    expect(explain(poor, 2, { currency: 'EUR' }).sentence).toMatch(
      /^no offer: 50% likely to leave; 10% for 12 months would gain €20 for €32, but elsewhere each unit of money gains at least \d\.\d\d$/,
    );
    expect(explain(poor, 2).alternatives[0].loss).toBeLessThan(0);
  });

  it('says when it is a limit other than the budget that leaves no room', () => {
    const { sentence } = explain(prescribe(inputs, { capacity: { total: 1 } }), 2);
    expect(sentence).toBe(
      'no offer: 50% likely to leave; 10% for 12 months would gain $20 for $32, but the limits leave no room for it',
    );
  });

  it('says when a gain is not sure enough, rather than blame limits that there are not', () => {
    const unsure = {
      pChurn: [0.5],
      clv: [1000],
      price: [10],
      effect: Float64Array.of(0, 0.1),
      effectError: Float64Array.of(0, 0.3),
    };
    const cautious = prescribe(unsure, { offers: [{ id: 'call', cost: 20 }], riskAversion: 1 });
    expect(explain(cautious, 0).sentence).toBe(
      'no offer: 50% likely to leave; call would gain $80 for $20, but it is not sure enough',
    );
  });

  it('says when there is nothing to offer', () => {
    expect(explain(prescribe(inputs, { offers: [] }), 0).sentence).toBe(
      'no offer: 62% likely to leave; there is nothing to offer',
    );
  });
});
