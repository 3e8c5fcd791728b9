import { gaussLegendre } from './gauss-legendre.js';

const { nodes, weights } = gaussLegendre(12);
/** At most so much of the integrand's decay, in powers of e, lies in one panel of the quadrature. */
const decayPerPanel = 6;
const negligible = 1e-17;

/**
 * The two ways in which a customer's history can end, relative to
 * (alpha + tx)^-(r + x) (beta + tx)^-(s + 1): still alive at T, or gone at some time tau in between:
 *
 *   alive = (beta + T) g(T),  gone = s times the integral of g over [tx, T],
 *   g(tau) = ((alpha + tau) / (alpha + tx))^-(r + x) ((beta + tau) / (beta + tx))^-(s + 1).
 *
 * This is the integral behind the difference of Gauss's hypergeometric functions in the published likelihood (Fader and
 * Hardie 2005, A Note on Deriving the Pareto/NBD Model), in which nothing is subtracted. The moments are the derivatives'
 * share of it.
 */
export interface ParetoNbdTerms {
  alive: number;
  gone: number;
  /** Integrals of g times ln((alpha + tau) / (alpha + tx)), 1 / (alpha + tau), and the same of beta. */
  logAlpha: number;
  perAlpha: number;
  logBeta: number;
  perBeta: number;
}

export function paretoNbdTerms(
  [r, alpha, s, beta]: readonly number[],
  x: number,
  recency: number,
  age: number,
  into: ParetoNbdTerms,
): ParetoNbdTerms {
  const byAlpha = r + x;
  const byBeta = s + 1;
  const nearest = Math.min(alpha, beta);
  const range = Math.log((nearest + age) / (nearest + recency));
  let [gone, logAlpha, perAlpha, logBeta, perBeta] = [0, 0, 0, 0, 0];
  for (let begin = 0, end; begin < range; begin = end) {
    const start = (nearest + recency) * Math.exp(begin);
    const rate = start * (byAlpha / (start + alpha - nearest) + byBeta / (start + beta - nearest));
    end = Math.min(range, begin + panelWidth(rate));
    const half = (end - begin) / 2;
    const before = gone;
    for (let k = 0; k < nodes.length; k++) {
      const shifted = (nearest + recency) * Math.exp(begin + half * (1 + nodes[k]));
      const fromAlpha = shifted + (alpha - nearest);
      const fromBeta = shifted + (beta - nearest);
      const la = Math.log(fromAlpha / (alpha + recency));
      const lb = Math.log(fromBeta / (beta + recency));
      const mass = half * weights[k] * shifted * Math.exp(-byAlpha * la - byBeta * lb);
      gone += mass;
      logAlpha += mass * la;
      perAlpha += mass / fromAlpha;
      logBeta += mass * lb;
      perBeta += mass / fromBeta;
    }
    if (gone - before < negligible * gone) break;
  }
  const decayed = -byAlpha * Math.log((alpha + age) / (alpha + recency));
  into.alive = (beta + age) * Math.exp(decayed - byBeta * Math.log((beta + age) / (beta + recency)));
  into.gone = s * gone;
  into.logAlpha = logAlpha;
  into.perAlpha = perAlpha;
  into.logBeta = logBeta;
  into.perBeta = perBeta;
  return into;
}

/**
 * How wide a panel may be over which the decay's rate is `rate` at first and grows e-fold a unit at most: Lambert's W of
 * the decay over the rate, by Winitzki's approximation from below. However far parameters run, a few dozen panels do.
 */
function panelWidth(rate: number): number {
  const log = Math.log1p(decayPerPanel / rate);
  return log * (1 - Math.log1p(log) / (2 + log));
}

export const noTerms = (): ParetoNbdTerms => ({
  alive: 0,
  gone: 0,
  logAlpha: 0,
  perAlpha: 0,
  logBeta: 0,
  perBeta: 0,
});
