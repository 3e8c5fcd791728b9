import { sortNumbers, type FeatureMatrix } from '@clv/contracts';
import type { EncodedColumn } from './encoded-columns.js';

/** Divides the values of a column into a few groups; group 0 is of missing values. */
export interface ValueGroups {
  /** For numbers: a group begins at each edge. For levels: none. */
  edges: number[];
  count: number;
}

/** Groups, and how many rows are in each. */
export interface CountedGroups extends ValueGroups {
  customers: number[];
}

/** Groups of (nearly) equal size for numbers, a group a level for levels. */
export function groupValues(matrix: FeatureMatrix, column: EncodedColumn, most: number): CountedGroups {
  return column.encoding.kind === 'one-hot'
    ? groupLevels(matrix, column)
    : groupNumbers(matrix, column, most);
}

function groupLevels(matrix: FeatureMatrix, column: EncodedColumn): CountedGroups {
  const groups = { edges: [], count: column.end - column.start + 1 };
  const groupOf = groupReader(groups, matrix, column);
  const customers = Array<number>(groups.count).fill(0);
  for (let row = 0; row < matrix.rows; row++) customers[groupOf(row)]++;
  return { ...groups, customers };
}

function groupNumbers(
  { data, rows, columns }: FeatureMatrix,
  { start }: EncodedColumn,
  most: number,
): CountedGroups {
  const values = new Float64Array(rows);
  let filled = 0;
  for (let at = start; at < data.length; at += columns)
    if (!Number.isNaN(data[at])) values[filled++] = data[at];
  const rising = sortNumbers(values.subarray(0, filled));
  const quantiles = Array.from({ length: most }, (_, i) => rising[Math.floor((i * filled) / most)]);
  const edges = filled === 0 ? [] : [...new Set(quantiles)];
  let place = 0;
  const begins = edges.map((edge) => (place = rising.indexOf(edge, place)));
  // Where there is no value yet, later ones have a group all the same.
  const sizes = filled === 0 ? [0] : begins.map((begin, i) => (begins[i + 1] ?? filled) - begin);
  return { edges, count: sizes.length + 1, customers: [rows - filled, ...sizes] };
}

/** Up to this many edges, a linear scan is faster than bisection: no branch then depends on the value. */
const fewEdges = 16;

/** Reads the group that a row's value belongs to. */
export function groupReader(
  groups: ValueGroups,
  { data, columns }: FeatureMatrix,
  { encoding, start, end }: EncodedColumn,
): (row: number) => number {
  if (encoding.kind === 'one-hot')
    return (row) => {
      const at = row * columns;
      for (let level = start; level < end; level++) if (data[at + level] === 1) return level - start + 1;
      return 0;
    };
  const edges = Float64Array.from(groups.edges);
  if (edges.length <= fewEdges)
    return (row) => {
      const value = data[row * columns + start];
      let passed = 0;
      for (let edge = 0; edge < edges.length; edge++) passed += edges[edge] <= value ? 1 : 0;
      return passed > 0 ? passed : Number.isNaN(value) ? 0 : 1;
    };
  return (row) => {
    const value = data[row * columns + start];
    if (Number.isNaN(value)) return 0;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(low, 1);
  };
}
