import { sortedQuantile } from '../features/quantile.js';

/** A column of numbers in one segment; blank cells are left out. */
export interface MeasureProfile {
  column: string;
  mean: number;
  quantiles: { p10: number; p25: number; p50: number; p75: number; p90: number };
  /** The mean of all customers. */
  everyone: number;
}

/** Mean and quantiles of a column in each of k segments; NaN where a segment has no value. */
export function measureBySegment(
  column: string,
  values: Float64Array,
  segment: Int32Array,
  k: number,
): MeasureProfile[] {
  const bySegment = Array.from({ length: k }, (): number[] => []);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) bySegment[segment[i]].push(values[i]);
  const everyone = meanOf(bySegment.map(sumOf), bySegment);
  return bySegment.map((members) => {
    const sorted = Float64Array.from(members).sort();
    const at = (share: number) => (sorted.length === 0 ? NaN : sortedQuantile(sorted, share));
    return {
      column,
      mean: meanOf([sumOf(members)], [members]),
      quantiles: { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) },
      everyone,
    };
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(sums: readonly number[], groups: readonly (readonly number[])[]): number {
  return sumOf(sums) / sumOf(groups.map(({ length }) => length));
}
