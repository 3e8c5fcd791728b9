/** A cell as it is written where everything is text: a date as every reader knows it, in every time zone. */
export const writtenCell = (cell: unknown): string =>
  cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString() : String(cell);
