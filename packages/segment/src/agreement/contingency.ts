/** How many rows have label `a` in the one and label `b` in the other segmentation, at `[a][b]`. */
export function contingencyTable(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { rows, columns } = { rows: labelsOf(a), columns: labelsOf(b) },
): number[][] {
  const counts = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let i = 0; i < a.length; i++) counts[a[i]][b[i]]++;
  return counts;
}

function labelsOf(labels: ArrayLike<number>): number {
  let greatest = -1;
  for (let i = 0; i < labels.length; i++) greatest = Math.max(greatest, labels[i]);
  return greatest + 1;
}
