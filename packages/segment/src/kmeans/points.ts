/** Rows of numbers side by side: row `i` lies at `values[i * dimensions]`. */
export interface Points {
  values: Float64Array;
  rows: number;
  dimensions: number;
}

/** The chosen rows, in the order of `indices`. */
export function takeRows({ values, dimensions }: Points, indices: ArrayLike<number>): Points {
  const taken = new Float64Array(indices.length * dimensions);
  for (let i = 0, at = 0; i < indices.length; i++) {
    const from = indices[i] * dimensions;
    for (let j = 0; j < dimensions; j++) taken[at++] = values[from + j];
  }
  return { values: taken, rows: indices.length, dimensions };
}

/** The square of the distance between a row of `a` and a row of `b`, given where the rows begin. */
export function squaredDistance(
  a: Float64Array,
  aOffset: number,
  b: Float64Array,
  bOffset: number,
  dimensions: number,
): number {
  let sum = 0;
  for (let j = 0; j < dimensions; j++) {
    const gap = a[aOffset + j] - b[bOffset + j];
    sum += gap * gap;
  }
  return sum;
}

/** The first rows that all differ from each other, at most `limit` of them. */
export function distinctRows({ values, rows, dimensions }: Points, limit: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < rows && found.length < limit; i++) {
    const isNew = found.every(
      (other) => squaredDistance(values, i * dimensions, values, other * dimensions, dimensions) > 0,
    );
    if (isNew) found.push(i);
  }
  return found;
}
