/** What a kernel cuts columns into bins by. */
export interface ColumnCuts {
  /** 256 a column, rising: a bin ends before each; infinite behind the last. */
  values: Float32Array;
  /** How many bins each column has. */
  bins: Int32Array;
}

const CUTS = 256;
const PIVOTS = 16;

export const cutCount = (columns: number) => CUTS * columns;

/** Every sixteenth cut, by which a kernel finds the sixteen that a value lies among. */
export function pivotsOf({ values }: ColumnCuts): Float32Array {
  const apart = CUTS / PIVOTS;
  return Float32Array.from({ length: values.length / apart }, (_, i) => values[(i + 1) * apart - 1]);
}
