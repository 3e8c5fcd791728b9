import type { BgNbdModel } from './purchase-model.js';

/**
 * Expected purchases of a living customer in (T, T + t] by how many there would be if nobody left: the sum over n of that
 * count's negative binomial chance times the purchases among the n before the customer leaves, 1 + E[q] + … + E[q^(n - 1)]
 * with q = 1 - p. No term is below 0, so that nothing cancels, and chances are kept as logarithms, so that none underflows.
 */
export function bgNbdPurchasesByCount(
  { parameters }: BgNbdModel,
  x: number,
  age: number,
  time: number,
): number {
  const { r, alpha, a, b } = parameters;
  const shape = r + x;
  const staying = b + x;
  const share = time / (alpha + age + time);
  let logChance = shape * Math.log1p(-share);
  let [stays, made, sum] = [1, 0, 0];
  for (let n = 1; ; n++) {
    logChance += Math.log(((shape + n - 1) / n) * share);
    made += stays;
    stays *= (staying + n - 1) / (a + staying + n - 1);
    const term = Math.exp(logChance) * made;
    sum += term;
    const next = ((shape + n) / (n + 1)) * share;
    if (next < 1 && term <= 1e-16 * (1 - next) * sum) return sum;
  }
}
