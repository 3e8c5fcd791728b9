import { randomSource } from '@clv/contracts';

import { propensityNotices } from './unlikely-propensities.js';

const offers = [
  { id: 'none', label: 'No offer' },
  { id: 'discount_5', label: '5% discount' },
  { id: 'call', label: 'a call' },
];

/** A log of whose customers the outcome of each is known by a chance that depends on the offer. */
function withCounts(offer: Int32Array, propensity: Float64Array, unknown = [0, 0, 0], seed = 1) {
  const next = randomSource(seed);
  const rows = Int32Array.from(offer.keys()).filter((row) => next() >= unknown[offer[row]]);
  const count = (some: Int32Array, number: number) => some.filter((got) => got === number).length;
  const known = rows.map((row) => offer[row]);
  const arms = offers
    .map(({ id }, o) => ({ offer: id, customers: count(offer, o), known: count(known, o) }))
    .filter(({ customers }) => customers > 0);
  return { offer: known, propensity: Float64Array.from(rows, (row) => propensity[row]), counts: { arms } };
}

/** Customers who each had their own chances of three offers. */
function logOf(customers: number, seed: number) {
  const next = randomSource(seed);
  const offer = new Int32Array(customers);
  const propensity = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    const weights = [0.2 + next(), 0.2 + next(), 0.05 + next()];
    const total = weights[0] + weights[1] + weights[2];
    const drawn = next() * total;
    offer[i] = drawn < weights[0] ? 0 : drawn < weights[0] + weights[1] ? 1 : 2;
    propensity[i] = weights[offer[i]] / total;
  }
  return withCounts(offer, propensity, [0, 0.6, 0.2], seed);
}

describe('propensityNotices', () => {
  it('says nothing of 800 logs whose propensities are right, of 60 customers or of 2,000, however many outcomes are unknown', () => {
    for (let seed = 0; seed < 400; seed++)
      for (const customers of [60, 2000])
        expect(propensityNotices(logOf(customers, seed), offers)).toEqual([]);
  });

  it('tells of an offer that everyone got at a propensity of a third', () => {
    const offer = new Int32Array(300);
    const log = withCounts(offer, new Float64Array(300).fill(1 / 3));
    expect(propensityNotices(log, offers)).toEqual([
      'By the propensities about 100 customers were to get No offer, and 300 did: the propensities are not those of this log, and estimates by them mislead.',
    ]);
  });

  it('tells of propensities that are those of the other offer', () => {
    const next = randomSource(7);
    const offer = Int32Array.from({ length: 1000 }, () => Number(next() < 0.2));
    const propensity = Float64Array.from(offer, (got) => (got === 0 ? 0.2 : 0.8));
    expect(propensityNotices(withCounts(offer, propensity), offers)).toHaveLength(2);
  });
});
