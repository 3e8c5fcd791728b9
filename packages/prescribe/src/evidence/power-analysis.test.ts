import { powerAnalysis } from './power-analysis.js';

describe('powerAnalysis', () => {
  it("needs what R's power.prop.test needs", () => {
    // power.prop.test(p1 = .50, p2 = .75, power = .90): n = 76.7 a group; (p1 = .15, p2 = .30, power = .85): n = 137.6
    expect(
      powerAnalysis({ baselineRate: 0.5, effect: 0.25, share: 0.5, power: 0.9 }).customers / 2,
    ).toBeCloseTo(77, 0);
    expect(powerAnalysis({ baselineRate: 0.15, effect: 0.15, share: 0.5, power: 0.85 }).heldOut).toBe(138);
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

  it('holds out no more than the share, whatever rounding makes of it', () => {
    expect(powerAnalysis({ baselineRate: 0.8, customers: 1100, share: 0.07 }).heldOut).toBe(77);
    expect(powerAnalysis({ baselineRate: 0.8, customers: 1101, share: 0.07 }).heldOut).toBe(78);
  });

  it.each([
    [{ baselineRate: 1.2, effect: 0.1 }, 'baselineRate must lie between 0 and 1: 1.2'],
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
