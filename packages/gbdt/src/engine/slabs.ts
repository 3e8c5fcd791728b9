import type { FeatureMatrix } from '@clv/contracts';

const SLAB_BYTES = 4 << 20;

/** How many rows, of this many columns, are staged in a kernel at a time. */
export function slabRows({ rows, columns }: Pick<FeatureMatrix, 'rows' | 'columns'>): number {
  const fitting = Math.max(64, Math.floor(SLAB_BYTES / 4 / Math.max(1, columns)));
  return Math.min(rows, fitting);
}

/** Calls `work` with the rows of each slab, first to last. */
export function forEachSlab(
  { data, rows, columns }: FeatureMatrix,
  size: number,
  work: (values: Float32Array, first: number, count: number) => void,
): void {
  for (let first = 0; first < rows; first += size) {
    const count = Math.min(size, rows - first);
    work(data.subarray(first * columns, (first + count) * columns), first, count);
  }
}
