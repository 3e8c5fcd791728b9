/** A cell as JavaScript makes text of it; also an object without a prototype, of which it makes none. */
export const ownText = (cell: unknown): string =>
  typeof cell === 'object' && cell !== null && !('toString' in cell) ? '[object Object]' : String(cell);
