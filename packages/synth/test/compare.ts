/** The largest distance between the distributions of two samples (Kolmogorov and Smirnov); NaN is left out. */
export function kolmogorovSmirnov(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [a, b].map((sample) =>
    Float64Array.from(sample)
      .filter((v) => !Number.isNaN(v))
      .sort(),
  );
  let distance = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const value = Math.min(x[i], y[j]);
    while (i < x.length && x[i] <= value) i++;
    while (j < y.length && y[j] <= value) j++;
    distance = Math.max(distance, Math.abs(i / x.length - j / y.length));
  }
  return distance;
}

/** Half the sum of the differences between the shares of each level. */
export function totalVariation(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const difference = new Map<unknown, number>();
  const add = (sample: ArrayLike<unknown>, sign: number) => {
    for (let i = 0; i < sample.length; i++)
      difference.set(sample[i], (difference.get(sample[i]) ?? 0) + sign / sample.length);
  };
  add(a, 1);
  add(b, -1);
  return [...difference.values()].reduce((sum, value) => sum + Math.abs(value), 0) / 2;
}

/** Pearson's correlation over the rows where both are numbers. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let [n, sx, sy, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const both = x[i] + y[i];
    if (both !== both) continue;
    n++;
    sx += x[i];
    sy += y[i];
    xx += x[i] * x[i];
    yy += y[i] * y[i];
    xy += x[i] * y[i];
  }
  return (n * xy - sx * sy) / Math.sqrt((n * xx - sx * sx) * (n * yy - sy * sy));
}

/** The share of pairs of a positive and a negative that the scores put in order, ties half (Mann and Whitney). */
export function auc(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  const order = Array.from(labels, (_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let [below, ordered, positives] = [0, 0, 0];
  for (let i = 0; i < order.length;) {
    let [tiedPositives, tiedNegatives] = [0, 0];
    const score = scores[order[i]];
    for (; i < order.length && scores[order[i]] === score; i++)
      if (labels[order[i]] === 1) tiedPositives++;
      else tiedNegatives++;
    ordered += tiedPositives * (below + tiedNegatives / 2);
    below += tiedNegatives;
    positives += tiedPositives;
  }
  return ordered / (below * positives);
}
