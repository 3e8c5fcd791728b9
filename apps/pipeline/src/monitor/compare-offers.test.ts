import type { RunSummary } from '@clv/contracts';
import fc from 'fast-check';

import { compareOffers } from './compare-offers.js';

/** A run's summary, as far as its offers go. */
const summaryOf = (customers: Record<string, number>) =>
  ({
    customers: Object.values(customers).reduce((sum, count) => sum + count, 0),
    offers: Object.entries(customers).map(([offer, customers]) => ({
      offer,
      label: `the ${offer}`,
      customers,
    })),
  }) as unknown as RunSummary;

const mixes = fc.dictionary(fc.constantFrom('none', 'call', 'gift', 'discount'), fc.nat(40), { minKeys: 1 });

describe('compareOffers', () => {
  it('tells the largest difference of the shares that any set of offers has in the two runs', () => {
    fc.assert(
      fc.property(mixes, mixes, (before, now) => {
        fc.pre([before, now].every((mix) => Object.values(mix).some((count) => count > 0)));
        const ids = [...new Set([...Object.keys(before), ...Object.keys(now)])];
        const all = (mix: Record<string, number>) =>
          Object.values(mix).reduce((sum, count) => sum + count, 0);
        let largest = 0;
        for (let set = 0; set < 2 ** ids.length; set++) {
          const shareIn = (mix: Record<string, number>) =>
            ids.reduce((sum, id, i) => sum + (set & (1 << i) ? (mix[id] ?? 0) : 0), 0) / all(mix);
          largest = Math.max(largest, shareIn(now) - shareIn(before));
        }
        const { offers, shift } = compareOffers(summaryOf(before), summaryOf(now));
        expect(shift).toBeCloseTo(largest, 12);
        expect(offers.map(({ offer }) => offer).sort()).toEqual(ids.sort());
        for (const { offer, label, before: was } of offers) {
          expect(label).toBe(`the ${offer}`);
          expect(was).toBeCloseTo((before[offer] ?? 0) / all(before), 12);
        }
      }),
    );
  });

  it('finds no difference between runs without a customer', () => {
    expect(compareOffers(summaryOf({ none: 0 }), summaryOf({ none: 0 })).shift).toBe(0);
  });
});
