import { logGamma } from '@clv/contracts';
import { countByFrequency } from '../likelihood/count-by-frequency.js';
import { digamma } from '../likelihood/digamma.js';
import type { LogLikelihood } from '../likelihood/maximize-likelihood.js';
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

function byFrequency(counts: [number, number][], [r]: readonly number[], gradient: number[]) {
  let sum = 0;
  for (const [x, customers] of counts) {
    sum += customers * (logGamma(r + x) - logGamma(r));
    gradient[0] += customers * (digamma(r + x) - digamma(r));
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
    // as quotients: where r and alpha or s and beta run off together, their logarithms would drown the rest
    const [aged, spent] = [Math.log1p(recency[i] / alpha), Math.log1p(recency[i] / beta)];
    sum += Math.log(either / fromBeta) - r * aged - x * Math.log(fromAlpha) - s * spent;
    const [toAlpha, toBeta] = [alpha + age[i], beta + age[i]];
    byR -= aged + (alive * Math.log(toAlpha / fromAlpha) + s * logAlpha) / either;
    byAlpha += r / alpha - ((r + x) * (alive / toAlpha + s * perAlpha)) / either;
    byS -= spent + (alive * Math.log(toBeta / fromBeta) + s * logBeta - gone / s) / either;
    byBeta += s / beta - (s * (alive / toBeta + (s + 1) * perBeta)) / either;
  }
  gradient[0] += byR;
  gradient[1] += byAlpha;
  gradient[2] += byS;
  gradient[3] += byBeta;
  return sum;
}
