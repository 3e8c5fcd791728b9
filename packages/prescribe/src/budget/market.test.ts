import { randomSource } from '@clv/contracts';
import { bitsOf } from '../../test/bits-of.js';
import type { Choices } from './choices.js';
import { openMarket } from './market.js';
import { spend } from './spend.js';

function randomChoices(customers: number, seed: number): Choices {
  const next = randomSource(seed);
  const offers = 4;
  const matrix = (draw: () => number) =>
    Float64Array.from({ length: customers * offers }, (_, at) => (at % offers === 0 ? 0 : draw()));
  return { customers, offers, gain: matrix(() => 20 * next() - 8), cost: matrix(() => 10 * next()) };
}

describe('openMarket', () => {
  it.each([
    ['as many customers', 2000],
    ['fewer customers', 700],
    ['more customers', 3000],
  ])('in the memory of a market of %s is as good as in new memory', (_, customers) => {
    const before = openMarket(randomChoices(2000, 1));
    const choices = randomChoices(customers, 2);
    for (const budget of [900, 0, Infinity, 350]) {
      spend(before, budget);
      const market = openMarket(choices, before);
      const anew = openMarket(choices);
      expect(bitsOf([market.upgrades, market.bins])).toEqual(bitsOf([anew.upgrades, anew.bins]));
      expect(bitsOf(spend(market, 500))).toEqual(bitsOf(spend(anew, 500)));
      expect(bitsOf(spend(market, Infinity))).toEqual(bitsOf(spend(anew, Infinity)));
    }
  });

  it('finds what customers would hold for the budget before', () => {
    const before = openMarket(randomChoices(2000, 1));
    spend(before, 900);
    const { critical } = before.holding;
    const choices = randomChoices(2000, 2);
    const { holding, upgrades, bins } = openMarket(choices, before);
    const above = bins.count.subarray(critical + 1).reduce((sum, count) => sum + count, 0);
    const bought = (i: number) =>
      holding.choice[i] === 0
        ? 0
        : upgrades.offer.subarray(upgrades.start[i], upgrades.start[i + 1]).indexOf(holding.choice[i]) + 1;
    const held = holding.choice.reduce((sum, _, i) => sum + bought(i), 0);
    expect(holding.critical).toBe(critical);
    expect(held).toBe(above);
    expect(above).toBeGreaterThan(100);
  });
});
