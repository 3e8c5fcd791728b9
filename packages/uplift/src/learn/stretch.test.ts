import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import fc from 'fast-check';
import { stretched, stretchOf } from './stretch.js';

const normal = randomNormal.source(randomSource(8))();

/** Effects of many customers, and scores that vary by 1 about what they truly are. */
function heldOut(rows: number, truth: (effect: number) => number) {
  const effects = Float32Array.from({ length: rows }, () => 0.1 * normal());
  const scores = Float64Array.from(effects, (effect) => truth(effect) + normal());
  return { effects, told: { scores, precision: new Float64Array(rows).fill(1) } };
}

describe('the stretch of an offer’s effects', () => {
  it('finds by how much gains and harms are predicted too small or too large', () => {
    const { effects, told } = heldOut(400_000, (effect) => (effect > 0 ? 1.3 : 0.6) * effect);
    const { gains, harms } = stretchOf(told, effects);
    expect(Math.abs(gains - 1.3)).toBeLessThan(0.06);
    expect(Math.abs(harms - 0.6)).toBeLessThan(0.06);
  });

  it('is what least squares with the prior as one more observation give', () => {
    const effect = fc.record({
      effect: fc.double({ min: -1, max: 1, noNaN: true }).map(Math.fround),
      score: fc.double({ min: 0, max: 5, noNaN: true }),
      weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(effect, { maxLength: 30 }), (rows) => {
        const { gains } = stretchOf(
          {
            scores: Float64Array.from(rows, ({ score }) => score),
            precision: Float64Array.from(rows, ({ weight }) => weight),
          },
          Float32Array.from(rows, ({ effect }) => effect),
        );
        const loss = (factor: number) =>
          rows
            .filter(({ effect }) => effect > 0)
            .reduce((sum, { effect, score, weight }) => sum + weight * (score - factor * effect) ** 2, 0) +
          ((factor - 1) / 0.25) ** 2;
        const least = loss(gains);
        for (const away of [-0.01, 0.01]) expect(loss(gains + away)).toBeGreaterThan(least);
      }),
    );
  });

  it('leaves effects as they are where nobody was held out, or where none is of a kind', () => {
    expect(stretchOf(heldOut(0, Number).told, new Float32Array(0))).toEqual({ gains: 1, harms: 1 });
    const { told, effects } = heldOut(1000, () => 0.3);
    expect(stretchOf(told, effects.map(Math.abs)).harms).toBe(1);
  });

  it('takes away effects that the scores contradict, and turns none round', () => {
    const { told, effects } = heldOut(100_000, (effect) => -effect);
    expect(stretchOf(told, effects)).toEqual({ gains: 0, harms: 0 });
  });

  it('changes how much an offer does, and never whether it helps', () => {
    const effects = Float32Array.of(-0.2, -0.1, 0, 0.1, 0.2);
    expect(Array.from(stretched(effects, { gains: 1.5, harms: 0.5 }))).toEqual(
      [-0.1, -0.05, 0, 0.15, 0.3].map((effect) => expect.closeTo(effect, 6)),
    );
  });
});
