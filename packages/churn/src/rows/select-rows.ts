import type { FeatureMatrix, RandomSource } from '@clv/contracts';

/** The rows for which `keep` says yes, in order. */
export function rowsWhere(rows: number, keep: (row: number) => boolean): Uint32Array {
  const kept = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (keep(row)) kept[count++] = row;
  return kept.slice(0, count);
}

/** The rows that hold a number, in order. */
function rowsOf(numbers: Int8Array, number: number): Uint32Array {
  const rows = new Uint32Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; row++) if (numbers[row] === number) rows[count++] = row;
  return rows.slice(0, count);
}

/** The rows of a label, in order. */
export const rowsOfLabel = (labels: Int8Array, label: number): Uint32Array => rowsOf(labels, label);

/** The rows of a fold, in order. */
export const rowsInFold = (foldOf: Int8Array, fold: number): Uint32Array => rowsOf(foldOf, fold);

/** The rows of all other folds, in order; -1 is none. */
export function rowsInOtherFolds(foldOf: Int8Array, fold: number): Uint32Array {
  const rows = new Uint32Array(foldOf.length);
  let count = 0;
  for (let row = 0; row < foldOf.length; row++)
    if (foldOf[row] >= 0 && foldOf[row] !== fold) rows[count++] = row;
  return rows.slice(0, count);
}

/** Some rows of a matrix, in the order given. */
export function selectRows(matrix: FeatureMatrix, rows: Uint32Array): FeatureMatrix {
  const { columns, data: all } = matrix;
  const data = new Float32Array(rows.length * columns);
  for (let i = 0, to = 0; i < rows.length; i++)
    for (let from = rows[i] * columns, end = from + columns; from < end;) data[to++] = all[from++];
  return { ...matrix, data, rows: rows.length };
}

/** The values of some rows, in the order given. */
export function selectValues(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  const selected = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) selected[i] = values[rows[i]];
  return selected;
}

/** The numbers of all rows, from 0 on. */
export function everyRow(rows: number): Uint32Array {
  const every = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) every[row] = row;
  return every;
}

/** At most `most` of the rows given, evenly spread, in their order. */
export function spreadOver(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows;
  const spread = new Uint32Array(most);
  for (let i = 0; i < most; i++) spread[i] = rows[Math.floor((i * rows.length) / most)];
  return spread;
}

/** Puts rows in a random order, in place (Fisher and Yates). */
export function shuffle(rows: Uint32Array, random: RandomSource): void {
  for (let last = rows.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const row = rows[last];
    rows[last] = rows[other];
    rows[other] = row;
  }
}

/** `count` of the rows, or all, each equally likely, in random order; the array given is reordered. */
export function drawn(rows: Uint32Array, count: number, random: RandomSource): Uint32Array {
  const most = Math.min(count, rows.length);
  for (let i = 0; i < most; i++) {
    const other = i + Math.floor(random() * (rows.length - i));
    const row = rows[i];
    rows[i] = rows[other];
    rows[other] = row;
  }
  return rows.slice(0, most);
}
