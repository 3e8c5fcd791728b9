const zeroBeforeDigits = /^\s*0\d+\s*$/;

/** Whether a cell is a code in digits, such as 06834, whose leading zero a number would not keep. */
export const isCode = (cell: unknown): boolean => typeof cell === 'string' && zeroBeforeDigits.test(cell);

/** Whether some cell of a column is a code: the others are then codes too. */
export function holdsCodes(cells: ArrayLike<unknown>): boolean {
  for (let i = 0; i < cells.length; i++) if (isCode(cells[i])) return true;
  return false;
}
