import { randomSource } from '@clv/contracts';
import { dealChoices, dealColumn, resampleTotals } from './bootstrap.js';
import { percentileInterval } from './estimate.js';

const dealt = (column: Float64Array) => dealColumn(column.length, (i) => column[i]);

describe('resampleTotals', () => {
  it.each([400, 50_000])('varies as the total of %d customers does', (customers) => {
    const next = randomSource(1);
    const column = Float64Array.from({ length: customers }, () => next() ** 3);
    const mean = column.reduce((sum, value) => sum + value, 0) / customers;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const [drawn] = resampleTotals([dealt(column)], { resamples: 4000, seed: 2 });
    const centre = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const spread = drawn.reduce((sum, value) => sum + (value - centre) ** 2, 0) / drawn.length;
    expect(Math.abs(centre - mean * customers)).toBeLessThan(4 * Math.sqrt(variance / 4000));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.12);
  });

  it('draws the same customers for every column', () => {
    const column = Float64Array.of(1, 5, 2, 8);
    const [one, twice] = resampleTotals([dealt(column), dealt(column.map((value) => 2 * value))], {
      resamples: 50,
      seed: 3,
    });
    expect([...twice]).toEqual([...one.map((value) => 2 * value)]);
  });
});

describe('dealChoices', () => {
  it.each([7, 2500])('deals %d customers as each choice laid down as a column would be', (customers) => {
    const next = randomSource(4);
    const matrix = Float64Array.from({ length: 3 * customers }, next);
    const choices = [0, 1].map(() => Int32Array.from({ length: customers }, () => Math.floor(3 * next())));
    expect(dealChoices(matrix, choices)).toEqual(
      choices.map((choice) => dealColumn(customers, (i) => matrix[3 * i + choice[i]])),
    );
  });
});

describe('percentileInterval', () => {
  it('lies between the percentiles, interpolated', () => {
    const resampled = Float64Array.from({ length: 101 }, (_, k) => 100 - k);
    expect(percentileInterval(50, resampled, 0.9)).toEqual({
      value: 50,
      low: expect.closeTo(5, 9),
      high: expect.closeTo(95, 9),
    });
  });
});
