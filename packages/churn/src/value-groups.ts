import type { FeatureMatrix } from '@clv/contracts';
import type { EncodedColumn } from './encoded-columns.js';

/** Divides the values of a column into a few groups; group 0 is of missing values. */
export interface ValueGroups {
  /** For numbers: a group begins at each edge. For levels: none. */
  edges: number[];
  count: number;
}

/** Groups of (nearly) equal size for numbers, a group a level for levels. */
export function groupValues(
  matrix: FeatureMatrix,
  column: EncodedColumn,
  rows: Uint32Array,
  most: number,
): ValueGroups {
  if (column.encoding.kind === 'one-hot') return { edges: [], count: column.end - column.start + 1 };
  const values = Float32Array.from(rows, (row) => matrix.data[row * matrix.columns + column.start])
    .filter((value) => !Number.isNaN(value))
    .sort();
  const quantiles = Array.from({ length: most }, (_, i) => values[Math.floor((i * values.length) / most)]);
  const edges = [...new Set(quantiles)].filter((value) => value !== undefined);
  return { edges, count: edges.length + 1 };
}

/** The group that a row's value belongs to. */
export function groupOf(
  { edges }: ValueGroups,
  { data, columns }: FeatureMatrix,
  column: EncodedColumn,
  row: number,
): number {
  const at = row * columns;
  if (column.encoding.kind === 'one-hot') {
    for (let level = column.start; level < column.end; level++)
      if (data[at + level] === 1) return level - column.start + 1;
    return 0;
  }
  const value = data[at + column.start];
  if (Number.isNaN(value)) return 0;
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(low, 1);
}
