import type { FeatureMatrix } from '@clv/contracts';
import type { EncodedColumn } from './encoded-columns.js';

/** A column's features in a matrix of their own. */
export interface ColumnApart {
  column: EncodedColumn;
  matrix: FeatureMatrix;
}

/** This many rows stay in the processor's cache while their columns are extracted one by one. */
const blockRows = 256;

/** The columns of some rows, each by itself: who goes through one then passes over none of the others. */
export function columnsApart(
  matrix: FeatureMatrix,
  columns: readonly EncodedColumn[],
  rows: Uint32Array,
): ColumnApart[] {
  const apart = columns.map((column): ColumnApart => {
    const width = column.end - column.start;
    const data = new Float32Array(rows.length * width);
    return {
      column: { ...column, start: 0, end: width },
      matrix: { data, rows: rows.length, columns: width },
    };
  });
  for (let first = 0; first < rows.length; first += blockRows) {
    const block = rows.subarray(first, first + blockRows);
    apart.forEach((own, i) => copyRows(matrix, columns[i].start, block, own.matrix, first));
  }
  return apart;
}

function copyRows(
  { data, columns }: FeatureMatrix,
  start: number,
  rows: Uint32Array,
  { data: own, columns: width }: FeatureMatrix,
  first: number,
): void {
  for (let i = 0, to = first * width; i < rows.length; i++) {
    const from = rows[i] * columns + start;
    for (let feature = 0; feature < width; feature++) own[to++] = data[from + feature];
  }
}
