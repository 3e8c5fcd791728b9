import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { correlation } from '../../test/compare.js';
import { gaussianCorrelation, hermiteCoefficients, latentOf, stepOf } from './latent.js';

describe('gaussianCorrelation', () => {
  it('finds, for two halves, the sine of Sheppard: rho = sin(pi r / 2)', () => {
    const half = hermiteCoefficients(latentOf([0, 1], [0.5, 0.5]));
    for (const r of [-0.6, -0.2, 0, 0.3, 0.5, 0.7])
      expect(gaussianCorrelation(half, half, r)).toBeCloseTo(Math.sin((Math.PI * r) / 2), 2);
  });

  it('makes step functions of drawn Gaussians correlated as was asked', () => {
    const [a, b] = [latentOf([0, 1, 5], [0.2, 0.5, 0.3]), latentOf([0, 1], [0.8, 0.2])];
    const normal = randomNormal.source(randomSource(3))(0, 1);
    for (const target of [-0.5, 0.2, 0.55]) {
      const rho = gaussianCorrelation(hermiteCoefficients(a), hermiteCoefficients(b), target);
      const pairs = Array.from({ length: 60_000 }, () => {
        const x = normal();
        return [a.values[stepOf(a, x)], b.values[stepOf(b, rho * x + Math.sqrt(1 - rho * rho) * normal())]];
      });
      const drawn = correlation(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      );
      expect(Math.abs(drawn - target)).toBeLessThan(0.02);
    }
  });

  it('goes as far as it can where more is asked than can be', () => {
    const [few, many] = [latentOf([0, 1], [0.99, 0.01]), latentOf([0, 1], [0.5, 0.5])].map(
      hermiteCoefficients,
    );
    expect(gaussianCorrelation(few, many, 0.9)).toBeGreaterThan(0.99);
    expect(gaussianCorrelation(few, many, -0.9)).toBeLessThan(-0.99);
  });

  it('leaves alone what does not vary', () => {
    const [one, two] = [latentOf([7], [1]), latentOf([0, 1], [0.5, 0.5])].map(hermiteCoefficients);
    expect(gaussianCorrelation(one, two, 0)).toBe(0);
  });
});
