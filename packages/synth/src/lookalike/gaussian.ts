/** The density of the standard Gaussian. */
export const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** The standard Gaussian's distribution function (Marsaglia 2004), right to 1e-15. */
export function cumulative(z: number): number {
  if (z < 0) return 1 - cumulative(-z);
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let odd = 3; term > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * density(z);
}

/** Its inverse: Newton's steps from a logistic start; infinite at 0 and 1. */
export function quantile(probability: number): number {
  if (probability <= 0) return -Infinity;
  if (probability >= 1) return Infinity;
  let z = Math.log(probability / (1 - probability)) / 1.702;
  for (let step = 0; step < 60; step++) {
    const change = Math.max(-0.5, Math.min(0.5, (cumulative(z) - probability) / density(z)));
    z -= change;
    if (Math.abs(change) < 1e-13) break;
  }
  return z;
}
