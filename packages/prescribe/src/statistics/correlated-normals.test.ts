import { randomSource } from '@clv/contracts';
import { correlatedNormals } from './correlated-normals.js';

const draws = 40_000;

/** The mean products of all pairs of numbers, which are their correlations where means are 0 and variances 1. */
function momentsOf(correlation: number[], size: number) {
  const draw = correlatedNormals(Float64Array.from(correlation), size, randomSource(7))!;
  const drawn = new Float64Array(size);
  const [means, products] = [new Float64Array(size), new Float64Array(size ** 2)];
  for (let n = 0; n < draws; n++) {
    draw(drawn);
    drawn.forEach((one, j) => {
      means[j] += one / draws;
      drawn.forEach((other, k) => (products[j * size + k] += (one * other) / draws));
    });
  }
  return { means, products };
}

describe('correlatedNormals', () => {
  it.each([
    ['independent', [1, 0, 0, 1]],
    ['opposite', [1, -1, -1, 1]],
    ['of three', [1, 0.6, -0.3, 0.6, 1, 0.2, -0.3, 0.2, 1]],
    ['of which two are the same', [1, 1, 0.5, 1, 1, 0.5, 0.5, 0.5, 1]],
  ])('have their correlations: %s', (_, correlation) => {
    const { means, products } = momentsOf(correlation, Math.sqrt(correlation.length));
    for (const mean of means) expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(draws));
    products.forEach((product, at) =>
      expect(Math.abs(product - correlation[at])).toBeLessThan(4 * Math.sqrt(2 / draws)),
    );
  });

  it.each([
    ['of another size', [1, 0, 0]],
    ['with another variance than 1', [1, 0, 0, 4]],
    ['that is not symmetric', [1, 0.2, 0.3, 1]],
    ['beyond 1', [1, 1.2, 1.2, 1]],
    ['that no three numbers have', [1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1]],
    ['that is not known', [1, NaN, NaN, 1]],
  ])('are not drawn by a matrix %s', (_, correlation) => {
    const size = Math.ceil(Math.sqrt(correlation.length));
    expect(correlatedNormals(Float64Array.from(correlation), size, randomSource(1))).toBeUndefined();
  });
});
