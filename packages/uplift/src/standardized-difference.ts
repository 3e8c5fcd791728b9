import type { FeatureMatrix } from '@clv/contracts';

/** The difference of a feature's means between two groups of rows, in pooled standard deviations; missing cells left out. */
export function standardizedDifference(x: FeatureMatrix, column: number, a: number[], b: number[]): number {
  const [first, second] = [momentsOf(x, column, a), momentsOf(x, column, b)];
  const deviation = Math.sqrt((first.variance + second.variance) / 2);
  return deviation > 0 ? (first.mean - second.mean) / deviation : 0;
}

function momentsOf({ data, columns }: FeatureMatrix, column: number, rows: number[]) {
  const values = rows.map((row) => data[row * columns + column]).filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}
