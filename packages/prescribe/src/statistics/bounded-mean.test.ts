import fc from 'fast-check';
import { boundedMean, type BoundedSum } from './bounded-mean.js';

const sumOf = (values: readonly number[]): BoundedSum => ({
  count: values.length,
  total: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
});

describe('boundedMean', () => {
  it("is, of zeros and ones, Agresti and Coull's interval of a share", () => {
    // 1.96 squared is 3.8416: 4 of 20, with two more of either kind to a rounding, lie about (4 + 1.92) / (20 + 3.84).
    const { value, low, high } = boundedMean(sumOf([1, 1, 1, 1, ...Array<number>(16).fill(0)]), {
      top: 1,
      confidence: 0.95,
    });
    const centre = (4 + 1.92073) / 23.84146;
    const half = 1.959964 * Math.sqrt((centre * (1 - centre)) / 23.84146);
    expect(value).toBe(0.2);
    expect(low).toBeCloseTo(centre - half, 6);
    expect(high).toBeCloseTo(centre + half, 6);
  });

  it('is the same in every unit', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(shares, fc.constantFrom(0.05, 0.3, 12, 1e6), (values, top) => {
        const ofOne = boundedMean(sumOf(values), { top: 1, confidence: 0.9 });
        const ofTop = boundedMean(sumOf(values.map((value) => top * value)), { top, confidence: 0.9 });
        for (const part of ['value', 'low', 'high'] as const)
          expect(ofTop[part] / top).toBeCloseTo(ofOne[part], 6);
      }),
    );
  });
});
