import { noTerms, paretoNbdTerms } from './pareto-nbd-terms.js';
import type { ParetoNbdModel } from './purchase-model.js';

export function paretoNbdAlive(
  { parameters }: ParetoNbdModel,
  x: number,
  recency: number,
  age: number,
): number {
  const { r, alpha, s, beta } = parameters;
  const { alive, gone } = paretoNbdTerms([r, alpha, s, beta], x, recency, age, noTerms());
  return alive / (alive + gone);
}

/**
 * Expected purchases of a living customer in (T, T + t] for several times t (Fader and Hardie 2005, equation 41): with
 * x = T = 0 the expectation for a new customer. At s = 1 its limit, by expm1.
 */
export function paretoNbdPurchases(
  { parameters }: ParetoNbdModel,
  x: number,
  age: number,
  times: Float64Array,
  into: Float64Array,
): void {
  const { r, alpha, s, beta } = parameters;
  const rate = ((r + x) * (beta + age)) / (alpha + age);
  for (let k = 0; k < times.length; k++) {
    const grown = Math.log1p(times[k] / (beta + age));
    into[k] = s === 1 ? rate * grown : (rate * -Math.expm1(-(s - 1) * grown)) / (s - 1);
  }
}
