import fc from 'fast-check';
import { normalCumulative, normalDensity, normalQuantile } from './gaussian.js';

describe('the standard normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.96, 0.02499789514822],
    [3, 0.99865010196837],
  ])('has below %d the published share of %d', (z, share) => {
    expect(normalCumulative(z)).toBeCloseTo(share, 13);
  });

  // scipy 1.17.1, stats.norm.cdf
  it.each([
    [-5.000001, 2.866500851633947e-7],
    [-6, 9.865876450376946e-10],
    [-8.5, 9.47953482220325e-18],
    [-9.262340089798409, 9.99999999999985e-21],
    [-20, 2.7536241186061556e-89],
    [-37.5, 4.605353009581954e-308],
    [-1e200, 0],
    [-Infinity, 0],
    [Infinity, 1],
  ])('keeps its digits far below the mean: %d has below it %d', (z, share) => {
    expect(normalCumulative(z)).toBeLessThanOrEqual(share * (1 + 1e-9));
    expect(normalCumulative(z)).toBeGreaterThanOrEqual(share * (1 - 1e-9));
  });

  it.each([
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.01, -2.3263478740408408],
    [1e-6, -4.753424308822899],
  ])('has at %d the published quantile %d', (probability, quantile) => {
    expect(Math.abs(normalQuantile(probability) - quantile)).toBeLessThan(1e-8);
  });

  it('has no quantile outside [0, 1] and infinite ones at its ends', () => {
    expect([0, 1, -0.1, 1.1].map(normalQuantile)).toEqual([-Infinity, Infinity, NaN, NaN]);
  });

  it('has quantiles that invert it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (probability) => {
        expect(normalCumulative(normalQuantile(probability))).toBeCloseTo(probability, 8);
      }),
    );
  });

  it('has the density by which the share below grows', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        const growth = (normalCumulative(z + 1e-4) - normalCumulative(z - 1e-4)) / 2e-4;
        expect(normalDensity(z)).toBeCloseTo(growth, 8);
      }),
    );
  });
});
