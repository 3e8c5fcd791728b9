/** A whole number is a number where that says all, else text. */
export function plainCell(cell: unknown): unknown {
  if (typeof cell !== 'bigint') return cell;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : String(cell);
}
