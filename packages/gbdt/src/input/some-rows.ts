import type { FeatureMatrix } from '@clv/contracts';

/** Some rows of a matrix, in the order given; all of them where none are named. */
export interface SomeRows {
  x: FeatureMatrix;
  rows?: Uint32Array;
}

export function countRows({ x, rows }: SomeRows): number {
  return rows?.length ?? x.rows;
}

export function evenlySpread(rows: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
}
