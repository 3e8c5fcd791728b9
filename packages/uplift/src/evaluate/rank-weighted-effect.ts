/**
 * AUTOC: how much larger the effect is among the first customers than among all, averaged over all shares (Yadlowsky,
 * Fleming, Shah, Brunskill, Wager 2021). It is a weighted mean of the scores, by rank; customers of equal effect share
 * their ranks' weights, as if they stood in every order at once.
 *
 * @param scores per customer, in the order of the ranking: unbiased for the effect.
 * @returns the estimate and its standard error.
 */
export function rankWeightedEffect(scores: Float64Array, cuts: Int32Array) {
  const n = scores.length;
  const weight = weightsByRank(n, cuts);
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  let estimate = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const part = weight[i] * (scores[i] - mean);
    estimate += part / n;
    squares += part * part;
  }
  return { estimate, standardError: Math.sqrt(squares) / n };
}

/** The sum over k >= rank of 1/k, less 1: the mean of the first k is over k customers. */
function weightsByRank(n: number, cuts: Int32Array): Float64Array {
  const weight = new Float64Array(n);
  let harmonic = -1;
  for (let i = n - 1; i >= 0; i--) weight[i] = harmonic += 1 / (i + 1);
  let from = 0;
  for (const end of cuts) {
    const shared = weight.subarray(from, end).reduce((sum, value) => sum + value, 0) / (end - from);
    weight.fill(shared, from, end);
    from = end;
  }
  return weight;
}
