/** How many rows have label `a` in the one and label `b` in the other segmentation, at `[a][b]`. */
export function contingencyTable(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { rows, columns }: { rows: number; columns: number },
): number[][] {
  const counts = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let i = 0; i < a.length; i++) counts[a[i]][b[i]]++;
  return counts;
}
