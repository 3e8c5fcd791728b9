import { randomSource } from '@clv/contracts';
import type { Scale } from './number-column.js';
import { sortedQuantile } from './quantile.js';
import { applyScaler, fitScaler } from './scaler.js';

const random = randomSource(11);
const values = Float64Array.from({ length: 999 }, () => -Math.log(1 - random()) * 40);

function coordinates(scale: Scale, column = values): number[] {
  const features = [{ kind: 'number' as const, column: 'x', values: column }];
  return Array.from(applyScaler(fitScaler(features, { scale, categoryWeight: 1 }), features).values);
}

function levelCoordinates(cells: string[], categoryWeight: number): number[][] {
  const features = [{ kind: 'category' as const, column: 'x', values: cells }];
  const { values, rows, dimensions } = applyScaler(
    fitScaler(features, { scale: 'standard', categoryWeight }),
    features,
  );
  return Array.from({ length: rows }, (_, i) =>
    Array.from(values.subarray(i * dimensions, (i + 1) * dimensions)),
  );
}

const mean = (numbers: number[]) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
const variance = (numbers: number[]) => mean(numbers.map((it) => (it - mean(numbers)) ** 2));

describe('applyScaler', () => {
  it.each(['standard', 'rank'] as const)('gives a mean of 0 and a variance of 1, scale %s', (scale) => {
    expect(mean(coordinates(scale))).toBeCloseTo(0, 10);
    expect(variance(coordinates(scale))).toBeCloseTo(1, 10);
  });

  it('gives a median of 0 and the quartile range of the normal distribution, scale robust', () => {
    const sorted = coordinates('robust').sort((a, b) => a - b);
    expect(sorted[499]).toBe(0);
    expect(sortedQuantile(sorted, 0.75) - sortedQuantile(sorted, 0.25)).toBeCloseTo(2 * 0.674489750196, 9);
  });

  it('falls back on the standard deviation where half of the values are the same, scale robust', () => {
    const lumpy = Float64Array.from({ length: 100 }, (_, i) => (i < 90 ? 0 : i));
    expect(variance(coordinates('robust', lumpy))).toBeCloseTo(1, 10);
  });

  it('does so too where the quartiles differ by rounding alone, scale robust', () => {
    const lumpy = (most: number) =>
      Float64Array.from({ length: 100 }, (_, i) => (i < 45 ? 0.3 : i < 90 ? most : i));
    const exact = coordinates('robust', lumpy(0.3));
    coordinates('robust', lumpy(0.1 + 0.2)).forEach((it, i) => expect(it).toBeCloseTo(exact[i], 9));
  });

  it('keeps the order and nothing else, scale rank', () => {
    const ranks = (numbers: number[]) => numbers.map((it) => numbers.filter((other) => other < it).length);
    const plain = coordinates('rank', values.slice(0, 200));
    expect(ranks(plain)).toEqual(ranks(Array.from(values.slice(0, 200))));
    const steps = [...plain].sort((a, b) => a - b).map((it, i, all) => it - (all[i - 1] ?? NaN));
    for (const step of steps.slice(1)) expect(step).toBeCloseTo(steps[1], 10);
  });

  it.each([
    [['a', 'a', 'b'], 1],
    [['a', 'a', 'b', 'c', 'd', 'd'], 0.5],
    [['a', 'b', 'c', 'a'], 2],
  ])('gives the levels %j a variance of %d altogether', (cells, weight) => {
    const rows = levelCoordinates(cells, weight);
    const total = rows[0].map((_, l) => variance(rows.map((row) => row[l]))).reduce((sum, it) => sum + it);
    expect(total).toBeCloseTo(weight, 12);
  });

  it('lays a blank cell and the average of the levels at the same place', () => {
    const rows = levelCoordinates(['a', 'a', 'b', ''], 1);
    expect(rows[3]).toEqual([0, 0]);
    expect(mean(rows.map((row) => row[0]))).toBeCloseTo(0, 12);
  });
});
