import { randomSource } from '@clv/contracts';
import { binCount, binReader } from '../returns/return-bins.js';
import { findUpgrades } from './find-upgrades.js';
import { visitWithin } from './visit-within.js';

it('visitWithin visits exactly the customers with an upgrade in the bins, once and in order', () => {
  const next = randomSource(3);
  const [customers, offers] = [3000, 4];
  // Few returns lie beyond the last bins.
  const scales = [2 ** -90, 2 ** 90, ...Array<number>(10).fill(1)];
  const matrix = (draw: () => number) =>
    Float64Array.from({ length: customers * offers }, (_, at) => (at % offers === 0 ? 0 : draw()));
  const choices = {
    customers,
    offers,
    gain: matrix(() => (20 * next() - 8) * scales[Math.floor(12 * next())]),
    cost: matrix(() => 10 * next()),
  };
  const upgrades = findUpgrades(choices);
  const bins = Array.from(upgrades.offer, (_, u) => binReader(upgrades.marginalReturn)(u));
  const sorted = bins.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  for (const [low, high] of [
    [at(0.5), at(0.5)],
    [at(0.2), at(0.3)],
    [at(0), at(1)],
    [-1, at(0) - 1],
    [at(0.99), at(1) + 7],
    [0, binCount],
    [binCount - 1, binCount - 1],
    [0, 0],
    [-1, -1],
  ]) {
    const visited: number[] = [];
    visitWithin(upgrades, low, high, (customer) => visited.push(customer));
    const expected = [...Array(customers).keys()].filter((i) =>
      bins.slice(upgrades.start[i], upgrades.start[i + 1]).some((bin) => bin >= low && bin <= high),
    );
    expect(visited).toEqual(expected);
  }
});
