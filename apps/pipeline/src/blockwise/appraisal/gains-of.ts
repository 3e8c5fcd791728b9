/** What each offer is worth beyond none: customers x offers, row-major. */
export function gainsOf(value: Float64Array, offers: number): Float64Array {
  const gain = new Float64Array(value.length);
  for (let row = 0; row < value.length; row += offers)
    for (let o = 1; o < offers; o++) gain[row + o] = value[row + o] - value[row];
  return gain;
}
