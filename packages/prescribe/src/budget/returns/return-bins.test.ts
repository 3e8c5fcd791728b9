import { randomSource } from '@clv/contracts';
import { bitsOf } from '../../../test/bits-of.js';
import { allocateBudget } from '../../allocate-budget.js';
import type { Choices } from '../choices.js';
import { findUpgrades } from '../upgrades/find-upgrades.js';
import { emptyBins, type ReturnBins } from './return-bins.js';

/** Customers who all have one offer of the same cost and gain. */
function alike(customers: number, cost: number, gain: number): Choices {
  const column = (value: number) => Float64Array.from({ length: 2 * customers }, (_, at) => (at % 2) * value);
  return { customers, offers: 2, cost: column(cost), gain: column(gain) };
}

function binReturns(choices: Choices, bins = emptyBins()): ReturnBins {
  findUpgrades(choices, { bins });
  return bins;
}

const filled = ({ count }: ReturnBins) => [...count.keys()].filter((bin) => count[bin] > 0);

describe('bins of returns', () => {
  it('add up a million equal costs to the last digit, where a plain sum drifts', () => {
    const bins = binReturns(alike(1_000_000, 0.1, 0.3));
    const [bin, ...others] = filled(bins);
    expect([others, bins.count[bin]]).toEqual([[], 1_000_000]);
    expect(bins.cost[bin] + bins.lost.cost[bin]).toBe(100_000);
    expect(bins.gain[bin] + bins.lost.gain[bin]).toBe(300_000);
    expect(bins.cost[bin]).not.toBe(100_000);
  });

  it('are filled as if they were new once they are emptied', () => {
    const used = binReturns(alike(7, 0.1, 50));
    expect(bitsOf(binReturns(alike(10, 3, 4), emptyBins(used)))).toEqual(bitsOf(binReturns(alike(10, 3, 4))));
  });

  it('have one for what is free', () => {
    const bins = binReturns(alike(2, 0, 5));
    expect(filled(bins).map((bin) => [bins.cost[bin], bins.gain[bin]])).toEqual([[0, 10]]);
  });

  it.each([-100, 100])(
    'hold any return: a budget is spent as well where gains are 2 ** %d times as much',
    (power) => {
      const next = randomSource(5);
      const [customers, offers] = [300, 4];
      const matrix = (draw: () => number) =>
        Float64Array.from({ length: customers * offers }, (_, at) => (at % offers === 0 ? 0 : draw()));
      const [gain, cost] = [matrix(() => 30 * next() - 5), matrix(() => 10 * next())];
      const scaled = gain.map((value) => value * 2 ** power);
      for (const budget of [0, 1, 40, 300, Infinity]) {
        const usual = allocateBudget({ customers, offers, gain, cost, budget });
        const other = allocateBudget({ customers, offers, gain: scaled, cost, budget });
        expect(other.bound * 2 ** -power).toBeCloseTo(usual.bound, 9);
        expect(other.gain * 2 ** -power).toBeGreaterThan(0.999 * usual.gain - 1e-9);
        expect(other.spent).toBeLessThanOrEqual(budget);
      }
    },
  );
});
