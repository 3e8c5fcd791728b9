import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { relevanceRegression } from './relevance-regression.js';

const normal = randomNormal.source(randomSource(9))();
const drawn = (length: number) => Float64Array.from({ length }, () => normal());

/** Rows of a level and features, of which the first two have the given weights and others none. */
function rowsOf(rows: number, features: number, weights: readonly number[]) {
  const columns = [new Float64Array(rows).fill(1), ...Array.from({ length: features }, () => drawn(rows))];
  const precision = Float64Array.from({ length: rows }, (_, i) => 1 + (i % 3));
  const y = columns[0].map((_, i) => {
    const mean = weights.reduce((sum, weight, k) => sum + weight * columns[k + 1][i], 0.5);
    return mean + normal() / Math.sqrt(precision[i]);
  });
  return { columns, precision, y, groups: Array.from({ length: features }, (_, k) => k) };
}

describe('relevanceRegression', () => {
  it('is the least of squares with a ridge of the variances that it found', () => {
    const { columns, precision, y, groups } = rowsOf(500, 4, [0.3, -0.2]);
    const { weights, variances, noise } = relevanceRegression(columns, groups, y, precision);
    const mean = precision.reduce((sum, each) => sum + each, 0) / precision.length;
    const left = y.map(
      (value, i) => value - columns.reduce((sum, column, k) => sum + weights[k] * column[i], 0),
    );
    columns.forEach((column, k) => {
      const slope = left.reduce((sum, rest, i) => sum + (precision[i] / mean) * rest * column[i], 0) / noise;
      if (k === 0) expect(slope).toBeCloseTo(0, 6);
      else if (weights[k] !== 0) expect((slope * variances[groups[k - 1]]) / weights[k]).toBeCloseTo(1, 1);
    });
  });

  it('finds the variances under which the rows are likeliest', () => {
    const { columns, precision, y } = rowsOf(60, 4, [0.6, -0.5]);
    const groups = [0, 0, 1, 1];
    const { variances, noise } = relevanceRegression(columns, groups, y, precision);
    const found = logLikelihood(columns, groups, y, precision, variances, noise);
    for (const factor of [0.5, 0.8, 1.25, 2]) {
      const other = variances.map((variance, group) => (group === 0 ? factor * variance : variance));
      expect(logLikelihood(columns, groups, y, precision, other, noise)).toBeLessThan(found + 1e-3);
    }
  });

  it('finds the columns that matter among many that do not', () => {
    const { columns, precision, y, groups } = rowsOf(400, 40, [0.4, -0.3]);
    const { weights } = relevanceRegression(columns, groups, y, precision);
    expect(Math.abs(weights[1] - 0.4)).toBeLessThan(0.1);
    expect(Math.abs(weights[2] + 0.3)).toBeLessThan(0.1);
    const others = weights.subarray(3);
    expect(Math.max(...others.map(Math.abs))).toBeLessThan(0.1);
    expect(others.filter((weight) => weight === 0).length).toBeGreaterThan(10);
  });

  it('finds nothing where rows do not vary', () => {
    const { columns, precision, y, groups } = rowsOf(50, 3, [0.4]);
    expect([...relevanceRegression(columns, groups, y.fill(0), precision).weights]).toEqual([0, 0, 0, 0]);
  });

  it('counts a row of twice the precision like two rows', () => {
    const { columns, y, groups } = rowsOf(200, 3, [0.4, 0.2]);
    const precision = y.map((_, i) => 1 + (i % 2));
    const twice = (values: Float64Array) =>
      Float64Array.from(Array.from(values).flatMap((value, i) => (i % 2 ? [value, value] : [value])));
    const once = relevanceRegression(columns, groups, y, precision);
    const repeated = twice(y);
    const rows = relevanceRegression(
      columns.map(twice),
      groups,
      repeated,
      repeated.map(() => 1),
    );
    rows.weights.forEach((weight, k) => expect(Math.abs(weight - once.weights[k])).toBeLessThan(0.02));
  });
});

/** How likely rows are that vary by noise over precision, and together by weights of these variances; the level is free. */
function logLikelihood(
  columns: readonly Float64Array[],
  groups: readonly number[],
  y: Float64Array,
  precision: Float64Array,
  variances: Float64Array,
  noise: number,
): number {
  const mean = precision.reduce((sum, each) => sum + each, 0) / precision.length;
  const free = 1e4 * noise;
  const root: number[][] = [];
  const whitened: number[] = [];
  let logDensity = 0;
  for (let i = 0; i < y.length; i++) {
    root.push([]);
    let rest = y[i];
    for (let j = 0; j <= i; j++) {
      let together = i === j ? (noise * mean) / precision[i] : 0;
      columns.forEach((column, k) => {
        together += (k === 0 ? free : variances[groups[k - 1]]) * column[i] * column[j];
      });
      for (let k = 0; k < j; k++) together -= root[i][k] * root[j][k];
      root[i].push(i === j ? Math.sqrt(together) : together / root[j][j]);
      if (j < i) rest -= root[i][j] * whitened[j];
    }
    whitened.push(rest / root[i][i]);
    logDensity -= Math.log(root[i][i]) + whitened[i] ** 2 / 2;
  }
  return logDensity;
}
