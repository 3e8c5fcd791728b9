import { logGamma } from '@clv/contracts';
import { countByFrequency } from '../likelihood/count-by-frequency.js';
import { digamma } from '../likelihood/digamma.js';
import type { LogLikelihood } from '../likelihood/maximize-likelihood.js';
import type { PurchaseHistory } from './purchase-history.js';

/**
 * The BG/NBD log-likelihood of r, alpha, a, b (Fader, Hardie, Lee 2005, equation 6), both of whose terms are added on the
 * log scale, so that no number of purchases underflows.
 */
export function bgNbdLogLikelihood(history: PurchaseHistory): LogLikelihood {
  const counts = countByFrequency(history.frequency);
  return (parameters, gradient) => {
    gradient.fill(0);
    return byFrequency(counts, parameters, gradient) + byCustomer(history, parameters, gradient);
  };
}

function byFrequency(counts: [number, number][], [r, , a, b]: readonly number[], gradient: number[]) {
  let sum = 0;
  for (const [x, customers] of counts) {
    const purchases = logGamma(r + x) - logGamma(r);
    const dropouts = logGamma(b + x) - logGamma(b) + logGamma(a + b) - logGamma(a + b + x);
    sum += customers * (purchases + dropouts);
    gradient[0] += customers * (digamma(r + x) - digamma(r));
    const together = digamma(a + b) - digamma(a + b + x);
    gradient[2] += customers * together;
    gradient[3] += customers * (digamma(b + x) - digamma(b) + together);
  }
  return sum;
}

/** ln[(alpha + T)^-(r+x) + (x > 0) a / (b + x - 1) (alpha + tx)^-(r+x)] + r ln alpha over all customers. */
function byCustomer(
  { frequency, recency, age }: PurchaseHistory,
  parameters: readonly number[],
  gradient: number[],
) {
  const [r, alpha, a, b] = parameters;
  let [sum, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i];
    const atEnd = alpha + age[i];
    const logAtEnd = Math.log(atEnd);
    const aged = Math.log1p(age[i] / alpha);
    sum -= r * aged + x * logAtEnd;
    byR -= aged;
    byAlpha += r / alpha - (r + x) / atEnd;
    if (x === 0) continue;
    const atLast = alpha + recency[i];
    const logRatio = logAtEnd - Math.log(atLast);
    const odds = (a / (b + x - 1)) * Math.exp((r + x) * logRatio);
    const left = 1 / (1 + 1 / odds);
    sum += odds < 1e300 ? Math.log1p(odds) : Math.log(a / (b + x - 1)) + (r + x) * logRatio;
    byR += left * logRatio;
    byAlpha += left * (r + x) * (1 / atEnd - 1 / atLast);
    byA += left / a;
    byB -= left / (b + x - 1);
  }
  gradient[0] += byR;
  gradient[1] += byAlpha;
  gradient[2] += byA;
  gradient[3] += byB;
  return sum;
}
