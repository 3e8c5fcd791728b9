import { fitMarginal } from './marginal.js';

it('fitMarginal finds the values themselves as the quantiles of few values, however many there are', () => {
  for (let count = 6; count <= 256; count++) {
    const values = Float64Array.from({ length: count }, (_, i) => i * i);
    const marginal = fitMarginal(values, false);
    if (marginal.kind !== 'curve') throw new Error(`a curve was expected: ${marginal.kind}`);
    expect(marginal.knots).toHaveLength(count);
    for (const [i, knot] of marginal.knots.entries()) expect(knot).toBeCloseTo(values[i], 6);
  }
});
