import type { FeatureMatrix } from '@clv/contracts';

/**
 * The difference of a feature's means between two groups of rows, in pooled standard deviations, and its standard error; missing
 * cells left out. Where the feature varies in neither, in those of both together: 2 either way. 0 where a group has fewer than two
 * cells.
 */
export function standardizedDifference(
  x: FeatureMatrix,
  column: number,
  a: number[],
  b: number[],
): { difference: number; error: number } {
  const [first, second] = [momentsOf(x, column, a), momentsOf(x, column, b)];
  const error = Math.sqrt(1 / first.count + 1 / second.count);
  if (Math.min(first.count, second.count) < 2) return { difference: 0, error };
  const deviation = Math.sqrt((first.variance + second.variance) / 2);
  const difference = first.mean - second.mean;
  return { difference: deviation > 0 ? difference / deviation : 2 * Math.sign(difference), error };
}

function momentsOf({ data, columns }: FeatureMatrix, column: number, rows: number[]) {
  const values = rows.map((row) => data[row * columns + column]).filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { count: values.length, mean, variance };
}
