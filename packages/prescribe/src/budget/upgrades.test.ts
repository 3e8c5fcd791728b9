import { findUpgrades } from './upgrades.js';

/** The offers (numbered from 1) on the hull of one customer, cheapest first. */
function hullOf(cost: number[], gain: number[]): number[] {
  const withNone = (values: number[]) => Float64Array.of(0, ...values);
  return [
    ...findUpgrades({ customers: 1, offers: cost.length + 1, cost: withNone(cost), gain: withNone(gain) })
      .offer,
  ];
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
});
