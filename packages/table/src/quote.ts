const longest = 60;

/** A cell as it is shown in a message: text in quotes, cut where it is long. */
export function quote(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? 'an invalid date' : cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  return JSON.stringify(cell.length > longest ? `${cell.slice(0, longest)}…` : cell);
}
