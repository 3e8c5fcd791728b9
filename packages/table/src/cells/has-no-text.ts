/** Whether a cell is an object without a text of its own: each would be `[object Object]`, and seem the same as any other. */
export const hasNoText = (cell: unknown): boolean =>
  typeof cell === 'object' && cell !== null && !(cell instanceof Date) && String(cell).startsWith('[object ');
