import { empc } from './empc.js';
import { mpc, profitCurve } from './profit-curve.js';

const labels = [0, 1, 0, 1, 0, 1, 0, 1];
const scores = [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.8, 0.9];
const alternating = Array.from({ length: 20 }, (_, i) => i % 2);

describe('empc', () => {
  it('gives the published values of Verbraken, Verbeke and Baesens’ method', () => {
    const mixed = empc(labels, scores);
    expect(Math.abs(mixed.profit - 23.875593418348124)).toBeLessThan(1e-10);
    expect(Math.abs(mixed.fraction - 0.8743700763487141)).toBeLessThan(1e-10);
    const perfect = empc(alternating, alternating);
    expect(Math.abs(perfect.profit - 28.0000000000391)).toBeLessThan(1e-10);
    expect(Math.abs(perfect.fraction - 0.499999999728095)).toBeLessThan(1e-10);
    const constant = empc(
      alternating,
      alternating.map(() => 0.5),
    );
    expect(Math.abs(constant.profit - 22.5007912244511)).toBeLessThan(1e-10);
    expect(Math.abs(constant.fraction - 0.9991601018889205)).toBeLessThan(1e-10);
  });

  it('is the mean over gamma of the maximum profit for that gamma', () => {
    const [alpha, beta, steps] = [2, 3, 20_000];
    let mean = 0;
    for (let i = 0; i < steps; i++) {
      const gamma = (i + 0.5) / steps;
      const density = 12 * gamma * (1 - gamma) ** 2;
      mean += (density * mpc(labels, scores, { gamma, clv: 50, d: 20, f: 2 }).profit) / steps;
    }
    expect(empc(labels, scores, { alpha, beta, clv: 50, d: 20, f: 2 }).profit).toBeCloseTo(mean, 6);
  });

  it('names options that are out of range', () => {
    expect(() => empc(labels, scores, { alpha: 0 })).toThrow('alpha must be a number above 0: 0');
    expect(() => empc(labels, scores, { clv: 5 })).toThrow('clv must be above d: 5 and 10');
    expect(() => empc(labels, scores, { clv: 10 })).toThrow('clv must be above d: 10 and 10');
    for (const cost of [-1, Infinity, NaN])
      expect(() => empc(labels, scores, { f: cost })).toThrow(`f must be a number of at least 0: ${cost}`);
    expect(empc(labels, scores, { d: 0, f: 0 }).profit).toBeCloseTo(0.3 * 200 * 0.5, 9);
  });
});

describe('mpc', () => {
  it('gives the published value and its fraction', () => {
    expect(mpc(labels, scores)).toEqual({ threshold: 0.2, fraction: 0.875, profit: 23.875 });
  });

  it('reaches nobody where it cannot pay', () => {
    expect(mpc(labels, scores, { gamma: 0 })).toEqual({ threshold: null, fraction: 0, profit: 0 });
  });
});

describe('profitCurve', () => {
  it('runs from nobody to everybody and touches the maximum profit', () => {
    const curve = profitCurve(labels, scores);
    expect(curve).toHaveLength(101);
    expect(curve[0]).toEqual({ threshold: null, fraction: 0, profit: 0 });
    expect(curve[100]).toEqual({ threshold: 0.1, fraction: 1, profit: 28 - 5.5 });
    expect(Math.max(...curve.map(({ profit }) => profit))).toBe(23.875);
  });
});
