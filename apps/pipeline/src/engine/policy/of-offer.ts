/** One offer's column of a row-major matrix of customers x offers. */
export function ofOffer(matrix: Float64Array, offer: number, offers: number): Float64Array {
  const column = new Float64Array(matrix.length / offers);
  for (let i = 0, at = offer; i < column.length; i++, at += offers) column[i] = matrix[at];
  return column;
}
