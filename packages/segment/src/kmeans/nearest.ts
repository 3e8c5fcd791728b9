/** Squared distances from the point last looked up: to its nearest centre, and to the second nearest. */
export type TwoNearest = Float64Array;

/**
 * The centre nearest to the point that begins at `offset`; of equals the first. Writes the squared distances to it and
 * to the next one into `distances`.
 */
export function nearestCentre(
  values: Float64Array,
  offset: number,
  centres: Float64Array,
  dimensions: number,
  distances: TwoNearest,
): number {
  let first = Infinity;
  let second = Infinity;
  let nearest = 0;
  for (let start = 0, centre = 0; start < centres.length; start += dimensions, centre++) {
    let sum = 0;
    for (let j = 0; j < dimensions; j++) {
      const gap = values[offset + j] - centres[start + j];
      sum += gap * gap;
    }
    if (sum >= second) continue;
    if (sum < first) {
      second = first;
      first = sum;
      nearest = centre;
    } else second = sum;
  }
  distances[0] = first;
  distances[1] = second;
  return nearest;
}
