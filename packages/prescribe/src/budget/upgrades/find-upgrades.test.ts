import fc from 'fast-check';
import { findUpgrades } from './find-upgrades.js';

/** The offers (numbered from 1) on the hull of one customer, cheapest first. */
function hullOf(cost: number[], gain: number[]): number[] {
  const withNone = (values: number[]) => Float64Array.of(0, ...values);
  return [
    ...findUpgrades({ customers: 1, offers: cost.length + 1, cost: withNone(cost), gain: withNone(gain) })
      .offer,
  ];
}

interface Point {
  cost: number;
  gain: number;
}

/** The numbers of the offers on the hull, from 1, by looking at every other offer and every two of them; exact where all are whole numbers. */
function worthTheirMoney(list: readonly Point[]): number[] {
  const all = [{ cost: 0, gain: 0 }, ...list];
  return all.flatMap((one, a) => {
    if (one.gain <= 0) return [];
    const isBeaten = all.some(
      ({ cost, gain }, b) =>
        cost <= one.cost && gain >= one.gain && (cost < one.cost || gain > one.gain || b < a),
    );
    const isBelow = (left: Point, right: Point) =>
      left.cost < one.cost &&
      one.cost < right.cost &&
      (one.gain - left.gain) * (right.cost - left.cost) < (right.gain - left.gain) * (one.cost - left.cost);
    return isBeaten || all.some((left) => all.some((right) => isBelow(left, right))) ? [] : [a];
  });
}

describe('findUpgrades', () => {
  it.each([
    ['drops what is dominated', [5, 0.5, 3, 1, 4], [3, 2, 4, 2, 3.9], [2, 3]],
    ['drops what lies below the hull', [5, 0.5, 3, 1, 4], [3, 0.5, 3.8, 2, 3.9], [4, 3, 5]],
    ['keeps nothing where nothing gains', [5, 0.5, 3], [-3, -2, 0], []],
    ['takes the cheaper of equal gains', [5, 3], [4, 4], [2]],
    ['takes the greater gain of equal costs', [3, 3], [2, 4], [2]],
    ['takes the first of equals', [3, 3], [4, 4], [1]],
    ['starts from what is free', [0, 2], [1, 2], [1, 2]],
  ])('%s', (_, cost, gain, kept) => {
    expect(hullOf(cost, gain)).toEqual(kept);
  });

  it('keeps exactly what nothing else, nor a mixture of two others, does better', () => {
    const offer = fc.record({ cost: fc.integer({ min: 0, max: 8 }), gain: fc.integer({ min: -3, max: 12 }) });
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 7 }), (list) => {
        const kept = hullOf(
          list.map(({ cost }) => cost),
          list.map(({ gain }) => gain),
        );
        expect(kept.toSorted((one, other) => one - other)).toEqual(worthTheirMoney(list));
      }),
      { numRuns: 2000, seed: 42 },
    );
  });

  it('counts returns that fall, of offers on one line too, whatever rounding says', () => {
    for (let slope = 0.1; slope < 3; slope += 0.01) {
      const cost = [0.1, 0.2, 0.3, 0.7, 1.1];
      const { marginalReturn } = findUpgrades({
        customers: 1,
        offers: 6,
        cost: Float64Array.of(0, ...cost),
        gain: Float64Array.of(0, ...cost.map((paid) => slope * paid)),
      });
      expect([...marginalReturn]).toEqual([...marginalReturn].sort((one, other) => other - one));
      for (const one of marginalReturn) expect(one).toBeCloseTo(slope, 12);
    }
  });
});
