/** The numbers of so many rows, counted from 0. */
export function everyRow(rows: number): Int32Array<ArrayBuffer> {
  const every = new Int32Array(rows);
  for (let row = 0; row < rows; row++) every[row] = row;
  return every;
}
