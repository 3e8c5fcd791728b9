/** The places of at most so many rows, evenly spread over all. */
export function evenlySpread(rows: number, most: number): Int32Array {
  const count = Math.min(rows, most);
  return Int32Array.from({ length: count }, (_, k) => Math.floor((k * rows) / count));
}
