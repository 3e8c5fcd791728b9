import fc from 'fast-check';
import { fitNumberColumn, scaleNumbers, type Scale } from './number-column.js';

const scales: Scale[] = ['standard', 'robust', 'rank'];
const someNumbers = fc
  .array(fc.oneof(fc.constant(NaN), fc.integer({ min: -50, max: 50 })), { minLength: 2, maxLength: 80 })
  .filter((values) => new Set(values.filter((value) => !Number.isNaN(value))).size > 1);

function coordinatesOf(values: readonly number[], scale: Scale) {
  const column = fitNumberColumn('usage', Float64Array.from(values), scale);
  const points = new Float64Array(values.length);
  scaleNumbers(column, Float64Array.from(values), points, 0, 1);
  return { column, points: [...points] };
}

const isKnown = (value: number) => !Number.isNaN(value);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('fitNumberColumn', () => {
  it.each(scales)('takes the median of what is known for what is missing, scale %s', (scale) => {
    fc.assert(
      fc.property(someNumbers, (values) => {
        const sorted = values.filter(isKnown).sort((a, b) => a - b);
        const half = (sorted.length - 1) / 2;
        const median = (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2;
        const { column, points } = coordinatesOf(values, scale);
        expect(column).toMatchObject({ median, missing: values.length - sorted.length, constant: false });
        const at = new Float64Array(1);
        scaleNumbers(column, Float64Array.of(median), at, 0, 1);
        for (const [i, point] of points.entries()) if (!isKnown(values[i])) expect(point).toBe(at[0]);
      }),
    );
  });

  it.each(['standard', 'rank'] as const)(
    'makes what is known 0 on average, with variance 1, scale %s',
    (scale) => {
      fc.assert(
        fc.property(someNumbers, (values) => {
          const points = coordinatesOf(values, scale).points.filter((_, i) => isKnown(values[i]));
          expect(mean(points)).toBeCloseTo(0, 9);
          expect(mean(points.map((point) => point ** 2))).toBeCloseTo(1, 9);
        }),
      );
    },
  );

  it('lets neither the unit nor, by rank, anything but the order matter', () => {
    fc.assert(
      fc.property(someNumbers, (values) => {
        for (const scale of scales) {
          const [as, other] = [values, values.map((value) => 8 * value - 24)].map(
            (told) => coordinatesOf(told, scale).points,
          );
          as.forEach((point, i) => expect(other[i]).toBeCloseTo(point, 9));
        }
        const known = values.filter(isKnown);
        const bent = coordinatesOf(
          known.map((value) => value ** 3),
          'rank',
        ).points;
        coordinatesOf(known, 'rank').points.forEach((point, i) => expect(bent[i]).toBeCloseTo(point, 9));
      }),
    );
  });

  it('leaves most where they are, by the middle half, whatever one of them becomes', () => {
    const values = Array.from({ length: 41 }, (_, i) => i);
    const [before, after] = [40, 1e9].map((last) => coordinatesOf(values.with(40, last), 'robust').points);
    expect(after.slice(0, 40)).toEqual(before.slice(0, 40));
    expect([before[20], before[30] - before[10]]).toEqual([0, expect.closeTo(1.34898, 5)]);
  });

  it('gives a constant column no weight', () => {
    const { column, points } = coordinatesOf([0.1, NaN, 0.1, 0.1], 'standard');
    expect(column).toMatchObject({ constant: true, missing: 1 });
    for (const point of points) expect(point).toBeCloseTo(0, 9);
  });
});
