import type { FeatureMatrix, RandomSource } from '@clv/contracts';

/** The rows for which `keep` says yes, in order. */
export function rowsWhere(rows: number, keep: (row: number) => boolean): Uint32Array {
  const kept = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (keep(row)) kept[count++] = row;
  return kept.slice(0, count);
}

/** Some rows of a matrix, in the order given. */
export function selectRows(matrix: FeatureMatrix, rows: Uint32Array): FeatureMatrix {
  const { columns } = matrix;
  const data = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => data.set(matrix.data.subarray(row * columns, (row + 1) * columns), i * columns));
  return { ...matrix, data, rows: rows.length };
}

/** The values of some rows, in the order given. */
export function selectValues(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  const selected = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) selected[i] = values[rows[i]];
  return selected;
}

/** Puts rows in a random order, in place (Fisher and Yates). */
export function shuffle(rows: Uint32Array, random: RandomSource): void {
  for (let last = rows.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [rows[last], rows[other]] = [rows[other], rows[last]];
  }
}
