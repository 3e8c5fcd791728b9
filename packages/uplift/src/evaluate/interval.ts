/** An estimate, and between what it lies at the level of the evaluation. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** From an estimate with a normal error; `z` is how many standard errors the level spans. */
export function normalInterval(value: number, standardError: number, z: number): Interval {
  return { value, low: value - z * standardError, high: value + z * standardError };
}

/** How many standard errors on either side hold `level` of a normal distribution (Acklam's rational approximation). */
export function normalQuantile(p: number): number {
  if (p < 0.02425) return -normalTail(p);
  if (p > 1 - 0.02425) return normalTail(1 - p);
  const q = p - 0.5;
  const r = q * q;
  const above = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  ];
  const below = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
  ];
  return (q * (horner(above, r) * r + 2.506628277459239)) / (horner(below, r) * r + 1);
}

function normalTail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  const above = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734];
  const below = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const top = (horner(above, q) * q + 4.374664141464968) * q + 2.938163982698783;
  return -top / (horner(below, q) * q + 1);
}

const horner = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
