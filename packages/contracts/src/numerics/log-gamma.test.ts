import { logGamma } from './log-gamma.js';

describe('logGamma', () => {
  it('of a whole number is the logarithm of a factorial', () => {
    let factorial = 1;
    for (let n = 1; n < 25; n++) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(
        1e-13 * Math.max(1, Math.log(factorial)),
      );
      factorial *= n;
    }
  });

  it('obeys the duplication formula', () => {
    for (const x of [1e-3, 0.3, 4.7, 123.4]) {
      const doubled = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - Math.log(Math.PI) / 2;
      expect(logGamma(2 * x) - doubled).toBeCloseTo(0, 11);
    }
  });
});
