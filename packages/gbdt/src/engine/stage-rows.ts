import { countRows, type SomeRows } from '../input/some-rows.js';

/** Copies `count` of the rows, from the `first` on, to where a kernel looks for them: neighbours in one piece. */
export function stageRows({ x, rows }: SomeRows, first: number, count: number, staged: Float32Array): void {
  const { data, columns } = x;
  if (rows === undefined) {
    staged.set(data.subarray(first * columns, (first + count) * columns));
    return;
  }
  const end = first + count;
  for (let i = first, to = 0; i < end;) {
    const from = i;
    while (++i < end && rows[i] === rows[i - 1] + 1);
    staged.set(data.subarray(rows[from] * columns, (rows[i - 1] + 1) * columns), to);
    to += (i - from) * columns;
  }
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
