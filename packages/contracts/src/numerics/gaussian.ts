/** The density of the standard normal distribution. */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/**
 * The chance of a standard normal number below `z`, to 1e-15 of 1 (Marsaglia 2004) and about 1e-9 of itself: below -5 by the continued
 * fraction of Mills' ratio (Laplace 1805).
 */
export function normalCumulative(z: number): number {
  if (z < -5) {
    let fraction = -z;
    for (let k = 30; k > 0; k--) fraction = k / fraction - z;
    return normalDensity(z) / fraction;
  }
  if (z < 0) return 1 - normalCumulative(-z);
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let odd = 3; term > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

/**
 * The standard normal quantile, {@link normalCumulative}'s inverse, to about 1e-9 of itself (Acklam 2003); infinite at 0 and 1, NaN
 * beyond.
 */
export function normalQuantile(probability: number): number {
  if (probability <= 0 || probability >= 1)
    return probability === 0 ? -Infinity : probability === 1 ? Infinity : NaN;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability < tail) {
    const q = Math.sqrt(-2 * Math.log(probability));
    return polynomial(tailTop, q) / polynomial(tailBottom, q);
  }
  const q = probability - 0.5;
  const r = q * q;
  return (q * polynomial(centreTop, r)) / polynomial(centreBottom, r);
}

const tail = 0.02425;
const centreTop = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const centreBottom = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
  1,
];
const tailTop = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const tailBottom = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];

/** Horner's rule, the highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
