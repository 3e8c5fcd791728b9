import { countByFrequency } from './count-by-frequency.js';
import { digamma, logGamma } from './log-gamma.js';
import type { LogLikelihood } from './maximize-likelihood.js';
import { noTerms, paretoNbdTerms } from './pareto-nbd-terms.js';
import type { PurchaseHistory } from './purchase-history.js';

/** The Pareto/NBD log-likelihood of r, alpha, s, beta (Schmittlein, Morrison, Colombo 1987), by quadrature. */
export function paretoNbdLogLikelihood(history: PurchaseHistory): LogLikelihood {
  const counts = countByFrequency(history.frequency);
  return (parameters, gradient) => {
    gradient.fill(0);
    return byFrequency(counts, parameters, gradient) + byCustomer(history, parameters, gradient);
  };
}

function byFrequency(counts: [number, number][], [r, alpha, s, beta]: readonly number[], gradient: number[]) {
  let sum = 0;
  for (const [x, customers] of counts) {
    sum += customers * (logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta));
    gradient[0] += customers * (digamma(r + x) - digamma(r) + Math.log(alpha));
    gradient[1] += (customers * r) / alpha;
    gradient[2] += customers * Math.log(beta);
    gradient[3] += (customers * s) / beta;
  }
  return sum;
}

function byCustomer(
  { frequency, recency, age }: PurchaseHistory,
  parameters: readonly number[],
  gradient: number[],
) {
  const [r, alpha, s, beta] = parameters;
  const terms = noTerms();
  let [sum, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i];
    const [fromAlpha, fromBeta] = [alpha + recency[i], beta + recency[i]];
    const { alive, gone, logAlpha, perAlpha, logBeta, perBeta } = paretoNbdTerms(
      parameters,
      x,
      recency[i],
      age[i],
      terms,
    );
    const either = alive + gone;
    const [logFromAlpha, logFromBeta] = [Math.log(fromAlpha), Math.log(fromBeta)];
    sum += Math.log(either) - (r + x) * logFromAlpha - (s + 1) * logFromBeta;
    const [toAlpha, toBeta] = [alpha + age[i], beta + age[i]];
    byR -= logFromAlpha + (alive * Math.log(toAlpha / fromAlpha) + s * logAlpha) / either;
    byAlpha -= ((r + x) * (alive / toAlpha + s * perAlpha)) / either;
    byS -= logFromBeta + (alive * Math.log(toBeta / fromBeta) + s * logBeta - gone / s) / either;
    byBeta -= (s * (alive / toBeta + (s + 1) * perBeta)) / either;
  }
  gradient[0] += byR;
  gradient[1] += byAlpha;
  gradient[2] += byS;
  gradient[3] += byBeta;
  return sum;
}
