import { countRows, type SomeRows } from '../input/some-rows.js';

/** Copies `count` of the rows, from the `first` on, to where a kernel looks for them. */
export function stageRows({ x, rows }: SomeRows, first: number, count: number, staged: Float32Array): void {
  const { data, columns } = x;
  if (rows === undefined) {
    staged.set(data.subarray(first * columns, (first + count) * columns));
    return;
  }
  for (let i = first, to = 0; i < first + count; i++)
    for (let from = rows[i] * columns, end = from + columns; from < end;) staged[to++] = data[from++];
}

/** Copies `count` whole columns, from the `first` on, one behind the other. */
export function stageColumns(some: SomeRows, first: number, count: number, staged: Float32Array): void {
  const { data, columns } = some.x;
  const { rows } = some;
  const length = countRows(some);
  for (let row = 0; row < length; row++) {
    const from = (rows === undefined ? row : rows[row]) * columns + first;
    for (let place = 0; place < count; place++) staged[place * length + row] = data[from + place];
  }
}
