import { randomSource } from '@clv/contracts';
import { allocateBudget } from '../allocate-budget.js';
import { budgetPath, frontier, gainAt } from './budget-path.js';
import { orderByReturn } from './returns/order-by-return.js';

function randomChoices(customers: number, offers: number, seed: number) {
  const next = randomSource(seed);
  const matrix = (draw: () => number) =>
    Float64Array.from({ length: customers * offers }, (_, at) => (at % offers === 0 ? 0 : draw()));
  return {
    customers,
    offers,
    gain: matrix(() => 100 * next() - 20),
    cost: matrix(() => Math.round(5000 * next()) / 100),
  };
}

describe('budgetPath', () => {
  const choices = randomChoices(1000, 5, 1);
  const path = budgetPath(choices);

  it('equals the bound of every budget, found without the sort', () => {
    for (let budget = 0; budget < 30_000; budget += 194.62) {
      const { bound } = allocateBudget({ ...choices, budget });
      expect(Math.abs(gainAt(path, Math.floor(budget * 100 + 1e-6) / 100) - bound)).toBeLessThanOrEqual(
        1e-12 * Math.max(1, bound),
      );
    }
  });

  it('ends where everyone has their best offer', () => {
    const best = allocateBudget(choices);
    expect(path.budget.at(-1)).toBeCloseTo(best.spent, 8);
    expect(path.gain.at(-1)).toBeCloseTo(best.gain, 8);
    expect(gainAt(path, 1e9)).toBe(path.gain.at(-1));
  });

  it('rises ever more slowly, as its points for a chart do', () => {
    const points = frontier(choices, 50);
    expect(points[0].budget).toBe(0);
    for (let k = 1; k < points.length; k++) {
      expect(points[k].gain).toBeGreaterThanOrEqual(points[k - 1].gain);
      expect(points[k].marginalReturn).toBeLessThanOrEqual(points[k - 1].marginalReturn);
    }
  });

  it('costs as much to half of the gain as a line through its points for a chart says, however few these are', () => {
    const half = path.gain.at(-1)! / 2;
    for (const points of [5, 20, 101]) {
      const drawn = frontier(choices, points);
      const after = drawn.findIndex(({ gain }) => gain >= half);
      const { budget, gain, marginalReturn } = drawn[after - 1];
      expect(gainAt(path, budget + (half - gain) / marginalReturn) / half).toBeCloseTo(1, 4);
    }
  });

  it('is a single point where nothing pays', () => {
    const choices = { customers: 2, offers: 1, gain: new Float64Array(2), cost: new Float64Array(2) };
    const nothing = budgetPath(choices);
    expect([...nothing.budget, ...nothing.gain]).toEqual([0, 0]);
    expect(gainAt(nothing, 100)).toBe(0);
    expect(frontier(choices)).toEqual([{ budget: 0, gain: 0, marginalReturn: 0 }]);
  });

  it('begins for a chart with what is gained for nothing, as the whole path does', () => {
    const free = {
      customers: 3,
      offers: 2,
      gain: Float64Array.of(0, 40, 0, 30, 0, 5),
      cost: Float64Array.of(0, 0, 0, 10, 0, 10),
    };
    for (const { budget, gain } of frontier(free)) expect(gain).toBe(gainAt(budgetPath(free), budget));
    const [first, second] = frontier(free);
    expect(first).toEqual({ budget: 0, gain: 40, marginalReturn: 3 });
    expect(second.gain).toBe(70);
    const allFree = { ...free, cost: new Float64Array(6) };
    expect(frontier(allFree)).toEqual([{ budget: 0, gain: 75, marginalReturn: 0 }]);
  });

  it('knows no budget below 0, nor a line of one point', () => {
    const choices = { customers: 1, offers: 2, gain: Float64Array.of(0, 5), cost: Float64Array.of(0, 2) };
    expect(() => gainAt(budgetPath(choices), -3)).toThrow('budget must be at least 0: -3');
    expect(() => gainAt(budgetPath(choices), NaN)).toThrow('budget must be at least 0: NaN');
    expect(() => frontier(choices, 1)).toThrow('points must be a whole number of at least 2: 1');
  });
});

describe('orderByReturn', () => {
  it('is the stable falling order, among returns that differ only in their last bits too', () => {
    const next = randomSource(3);
    const returns = Float64Array.from({ length: 20_000 }, (_, k) => {
      if (k % 3 === 0) return 1 + Math.floor(next() * 50) * Number.EPSILON;
      return k % 3 === 1 ? Math.exp(40 * next() - 20) : Infinity;
    });
    const expected = [...returns.keys()].sort((a, b) =>
      returns[a] === returns[b] ? a - b : returns[b] - returns[a],
    );
    expect([...orderByReturn(returns)]).toEqual(expected);
  });
});
