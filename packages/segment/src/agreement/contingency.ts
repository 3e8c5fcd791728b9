/** How many rows have label `a` in the one and label `b` in the other segmentation, at `[a][b]`. */
export function contingencyTable(a: ArrayLike<number>, b: ArrayLike<number>): number[][] {
  const counts: number[][] = [];
  let columns = 0;
  for (let i = 0; i < b.length; i++) columns = Math.max(columns, b[i] + 1);
  for (let i = 0; i < a.length; i++) {
    while (counts.length <= a[i]) counts.push(new Array<number>(columns).fill(0));
    counts[a[i]][b[i]]++;
  }
  return counts;
}
