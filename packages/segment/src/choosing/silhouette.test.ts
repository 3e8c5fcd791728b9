import { randomSource } from '@clv/contracts';
import type { Points } from '../kmeans/points.js';
import { silhouette } from './silhouette.js';

const random = randomSource(4);

function cloud(rows: number, k: number): { points: Points; labels: Int32Array } {
  const labels = Int32Array.from({ length: rows }, () => Math.floor(random() * k));
  const values = Float64Array.from({ length: rows * 2 }, (_, at) => labels[at >> 1] * 0.7 + random());
  return { points: { values, rows, dimensions: 2 }, labels };
}

/** Rousseeuw's definition, word for word. */
function byDefinition({ values, rows }: Points, labels: Int32Array, k: number): number {
  const gap = (a: number, b: number) =>
    Math.hypot(values[2 * a] - values[2 * b], values[2 * a + 1] - values[2 * b + 1]);
  const mean = (numbers: number[]) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
  const all = Array.from({ length: rows }, (_, i) => i);
  const scores = all.map((i) => {
    const others = all.filter((j) => j !== i);
    const own = others.filter((j) => labels[j] === labels[i]);
    if (own.length === 0) return 0;
    const a = mean(own.map((j) => gap(i, j)));
    const rest = Array.from({ length: k }, (_, c) =>
      others.filter((j) => labels[j] === c && c !== labels[i]),
    );
    const b = Math.min(
      ...rest.filter(({ length }) => length > 0).map((it) => mean(it.map((j) => gap(i, j)))),
    );
    return (b - a) / Math.max(a, b);
  });
  return mean(scores);
}

describe('silhouette', () => {
  it.each([2, 3, 5])('of %i clusters is what its definition says', (k) => {
    const { points, labels } = cloud(120, k);
    expect(silhouette(points, labels, k, 1)).toBeCloseTo(byDefinition(points, labels, k), 10);
  });

  it('counts a row alone in its cluster as 0, and rows that coincide as well', () => {
    const points = { values: Float64Array.of(0, 0, 1, 9), rows: 4, dimensions: 1 };
    const expected = (1 - 0 / 1 + (1 - 0 / 1) + 0 + 0) / 4;
    expect(silhouette(points, Int32Array.of(0, 0, 1, 2), 3, 1)).toBeCloseTo(expected, 12);
    const same = { values: new Float64Array(4), rows: 4, dimensions: 1 };
    expect(silhouette(same, Int32Array.of(0, 0, 1, 1), 2, 1)).toBe(0);
  });

  it('estimates that of a large table from a sample, within four standard errors', () => {
    const { points, labels } = cloud(6000, 3);
    const part = { values: points.values.slice(0, 5000 * 2), rows: 5000, dimensions: 2 };
    const exact = silhouette(part, labels.slice(0, 5000), 3, 1);
    expect(Math.abs(silhouette(points, labels, 3, 1) - exact)).toBeLessThan(4 * (0.35 / Math.sqrt(2000)));
  });
});
