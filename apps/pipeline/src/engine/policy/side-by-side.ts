/** Columns of equal length as one matrix, row-major. */
export function sideBySide(columns: readonly ArrayLike<number>[]): Float64Array {
  const width = columns.length;
  const matrix = new Float64Array(width * columns[0].length);
  for (const [c, column] of columns.entries())
    for (let i = 0, at = c; i < column.length; i++, at += width) matrix[at] = column[i];
  return matrix;
}
