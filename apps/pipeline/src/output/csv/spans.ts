/** So many rows are printed together: what they hold and what is made of them stays in a processor's second-level cache. */
const atOnce = 2048;

/** Rows that are printed together. */
export function* spansOf(rows: number): Generator<{ first: number; end: number }> {
  for (let first = 0; first < rows; first += atOnce) yield { first, end: Math.min(first + atOnce, rows) };
}
