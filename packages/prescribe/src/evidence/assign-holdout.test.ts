import { assignHoldout, holdBack } from './assign-holdout.js';

describe('assignHoldout', () => {
  const stratifyBy = Array.from({ length: 1003 }, (_, i) => (i % 10 === 0 ? 'VIPs' : 'others'));

  it('holds out its share of each stratum, to a customer', () => {
    const { holdout, strata } = assignHoldout(1003, { share: 0.2, stratifyBy });
    for (const { stratum, customers, heldOut } of strata) {
      const counted = stratifyBy.filter((label, i) => label === stratum && holdout[i] === 1).length;
      expect(counted).toBe(heldOut);
      expect(Math.abs(heldOut - 0.2 * customers)).toBeLessThan(1);
    }
  });

  it('gives every customer the same chance, whatever the stratum', () => {
    const times = new Float64Array(13);
    const seeds = 4000;
    const small = Array.from({ length: 13 }, (_, i) => (i < 3 ? 'a' : 'b'));
    for (let seed = 0; seed < seeds; seed++)
      assignHoldout(13, { share: 0.25, stratifyBy: small, seed }).holdout.forEach(
        (held, i) => (times[i] += held),
      );
    const error = Math.sqrt((0.25 * 0.75) / seeds);
    for (const count of times) expect(Math.abs(count / seeds - 0.25)).toBeLessThan(4 * error);
  });

  it('is the same for the same seed, another for another', () => {
    const draw = (seed: number) => assignHoldout(1003, { stratifyBy, seed }).holdout;
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('tells the propensity of the group that each is in', () => {
    const { holdout, propensity } = assignHoldout(50, { share: 0.3 });
    holdout.forEach((held, i) => expect(propensity[i]).toBe(held ? 0.3 : 0.7));
  });

  it('takes the offer from those held out', () => {
    expect([...holdBack(Int32Array.of(2, 1, 0), { holdout: Uint8Array.of(1, 0, 1) })]).toEqual([0, 1, 0]);
  });

  it('refuses a share that leaves nobody, and labels of other customers', () => {
    expect(() => assignHoldout(10, { share: 1 })).toThrow('share must be between 0 and 1: 1');
    expect(() => assignHoldout(10, { stratifyBy: ['a'] })).toThrow('stratifyBy has 1 values, expected 10');
    expect(() => assignHoldout(2.5)).toThrow('customers must be a whole number from 0 to 2147483647: 2.5');
  });
});
