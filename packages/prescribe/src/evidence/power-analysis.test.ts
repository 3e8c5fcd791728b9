import { shareDifference } from '@clv/contracts';
import { powerAnalysis } from './power-analysis.js';

/** The chance of each number of customers, of so many, who stay. */
function chancesOf(customers: number, rate: number): Float64Array {
  let chances = Float64Array.of(1);
  for (let more = 1; more <= customers; more++)
    chances = Float64Array.from(
      { length: more + 1 },
      (_, k) => (chances[k] ?? 0) * (1 - rate) + (k > 0 ? chances[k - 1] * rate : 0),
    );
  return chances;
}

const outcomesOf = (count: number, stayed: number) => ({
  count,
  mean: stayed / count,
  squares: (stayed * (count - stayed)) / count,
});

describe('powerAnalysis', () => {
  it.each([
    { baselineRate: 0.5, customers: 400, share: 0.5 },
    { baselineRate: 0.5, customers: 200 },
    { baselineRate: 0.8, customers: 500 },
    { baselineRate: 0.95, customers: 2000 },
    { baselineRate: 0.2, customers: 500, power: 0.9, significance: 0.1 },
    { baselineRate: 0.9, customers: 1000, share: 0.9 },
  ])('tells an effect that the interval of a campaign shows with the stated power, in %j', (options) => {
    const { effect, heldOut } = powerAnalysis(options);
    const { baselineRate, customers, power = 0.8, significance = 0.05 } = options;
    const treated = customers - heldOut;
    const chances = [chancesOf(heldOut, baselineRate), chancesOf(treated, baselineRate + effect)];
    let shown = 0;
    chances[0].forEach((chance, none) => {
      if (chance < 1e-9) return;
      chances[1].forEach((other, offered) => {
        if (other < 1e-9 || offered / treated < none / heldOut) return;
        const arms = { none: outcomesOf(heldOut, none), offered: outcomesOf(treated, offered) };
        const value = arms.offered.mean - arms.none.mean;
        if (shareDifference({ value, ...arms }, 1 - significance).low > 0) shown += chance * other;
      });
    });
    expect(Math.abs(shown - power)).toBeLessThan(0.015);
  });

  it('finds a loss as it finds the gain of those who leave', () => {
    const gain = powerAnalysis({ baselineRate: 0.2, effect: 0.04 });
    expect(powerAnalysis({ baselineRate: 0.8, effect: -0.04 })).toEqual({ ...gain, effect: -0.04 });
  });

  it('tells the least effect that the customers there are can show', () => {
    const { customers } = powerAnalysis({ baselineRate: 0.8, effect: 0.03 });
    expect(powerAnalysis({ baselineRate: 0.8, customers }).effect).toBeCloseTo(0.03, 4);
    expect(powerAnalysis({ baselineRate: 0.8, customers: 10 }).effect).toBeNaN();
  });

  it('needs more customers the more unequal the groups are', () => {
    const needed = (share: number) => powerAnalysis({ baselineRate: 0.7, effect: 0.05, share }).customers;
    expect(needed(0.05)).toBeGreaterThan(needed(0.2));
    expect(needed(0.2)).toBeGreaterThan(needed(0.5));
  });

  it('needs more customers the surer an effect is to be found', () => {
    const needed = [0.06, 0.1, 0.3, 0.5, 0.9, 0.99].map(
      (power) => powerAnalysis({ baselineRate: 0.5, effect: 0.02, power }).customers,
    );
    expect(needed).toEqual([...needed].sort((one, other) => one - other));
  });

  // The same formula with quantiles and chances of scipy 1.17.1
  it.each([
    [0.05, 44_936],
    [1e-6, 189_876],
    [1e-15, 455_387],
    [1e-17, 513_422],
    [1e-300, 8_342_884],
  ])('tells the customers for a significance of %d', (significance, customers) => {
    const found = powerAnalysis({ baselineRate: 0.7, effect: 0.02, significance }).customers;
    expect(Math.abs(found - customers)).toBeLessThanOrEqual(1);
  });

  it('holds out no more than the share, whatever rounding makes of it', () => {
    expect(powerAnalysis({ baselineRate: 0.8, customers: 1100, share: 0.07 }).heldOut).toBe(77);
    expect(powerAnalysis({ baselineRate: 0.8, customers: 1101, share: 0.07 }).heldOut).toBe(78);
  });

  it.each([
    [{ baselineRate: 1.2, effect: 0.1 }, 'baselineRate must be between 0 and 1: 1.2'],
    [{ baselineRate: 0.8, effect: 0.3 }, 'effect must not be 0 and must leave the rate in [0, 1]: 0.3'],
    [
      { baselineRate: 0.8, effect: 0.1, power: 0.05 },
      'power must be above the significance, 0.05, with which an effect is found that is not there: 0.05',
    ],
    [{ baselineRate: 0.8 }, 'give either effect or customers'],
    [{ baselineRate: 0.8, customers: 1.5 }, 'customers must be a whole number of at least 2: 1.5'],
  ])('refuses %j', (options, message) => {
    expect(() => powerAnalysis(options)).toThrow(message);
  });
});
