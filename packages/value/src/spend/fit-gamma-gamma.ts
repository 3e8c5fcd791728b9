import { InvalidInputError, logGamma } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { countByFrequency } from '../likelihood/count-by-frequency.js';
import { digamma } from '../likelihood/digamma.js';
import { named } from '../likelihood/fitted.js';
import { maximizeLikelihood, type LogLikelihood } from '../likelihood/maximize-likelihood.js';
import type { GammaGammaModel } from './gamma-gamma-model.js';
import { readSpending, type Spending } from './spending.js';

/**
 * Fits the gamma-gamma model of spend per purchase (Fader and Hardie 2013, The Gamma-Gamma Model of Monetary Value) by
 * maximum likelihood to the customers with a repeat purchase. It takes spend to be independent of frequency; the model
 * says how far the data agree, and a correlation that chance does not explain stands in its notices.
 *
 * @param table columns `frequency` and `monetary_value`, the mean spend of the repeat purchases; rows of frequency 0 are
 *   left out.
 * @throws InvalidInputError naming every row of a frequency that is not whole, or whose repeat purchases have a mean spend
 *   that is not above 0.
 * @throws NotConvergedError with the reason; also where the mean spend would be infinite (q of 1 or less).
 */
export function fitGammaGamma(table: TableLike): GammaGammaModel {
  const spending = repeatSpending(table);
  const customers = spending.frequency.length;
  const mean = spending.monetaryValue.reduce((sum, value) => sum + value, 0) / customers;
  const names = ['p', 'q', 'v'] as const;
  const fit = maximizeLikelihood('gamma-gamma', names, withFiniteMean(spending), customers, [1, 1, mean]);
  fit.parameters[1] += 1;
  const independence = independenceOf(spending);
  const { correlation, chance } = independence;
  const dependent = `customers who buy more often spend ${correlation > 0 ? 'more' : 'less'} each time (correlation ${correlation.toFixed(2)}): the gamma-gamma model takes the two to be independent`;
  return {
    format: 'clv-gamma-gamma',
    version: 1,
    ...named(names, fit),
    customers,
    independence,
    notices: Math.abs(correlation) > chance ? [dependent] : [],
  };
}

function repeatSpending(table: TableLike): Spending {
  const { frequency, monetaryValue } = readSpending(table);
  const repeats = (values: Float64Array) => values.filter((_, i) => frequency[i] > 0);
  if (repeats(frequency).length === 0) {
    throw new InvalidInputError([{ rule: 'no-rows', message: 'no customer has a repeat purchase' }]);
  }
  return { frequency: repeats(frequency), monetaryValue: repeats(monetaryValue) };
}

/** The log-likelihood of p, q - 1 and v: at q of 1 the mean spend of all customers becomes infinite. */
function withFiniteMean(spending: Spending): LogLikelihood {
  const counts = countByFrequency(spending.frequency);
  return ([p, beyondOne, v], gradient) => {
    gradient.fill(0);
    const parameters = [p, beyondOne + 1, v];
    return byFrequency(counts, parameters, gradient) + byCustomer(spending, parameters, gradient);
  };
}

function byFrequency(counts: [number, number][], [p, q]: readonly number[], gradient: number[]) {
  let sum = 0;
  for (const [x, customers] of counts) {
    const together = digamma(p * x + q);
    sum += customers * (logGamma(p * x + q) - logGamma(p * x) - logGamma(q));
    gradient[0] += customers * x * (together - digamma(p * x));
    gradient[1] += customers * (together - digamma(q));
  }
  return sum;
}

function byCustomer(
  { frequency, monetaryValue }: Spending,
  [p, q, v]: readonly number[],
  gradient: number[],
) {
  let [sum, byP, byQ, byV] = [0, 0, 0, 0];
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i];
    const spent = x * monetaryValue[i];
    const own = Math.log(spent / (spent + v));
    const others = Math.log(v / (spent + v));
    sum += q * others + p * x * own - Math.log(monetaryValue[i]);
    byP += x * own;
    byQ += others;
    byV += q / v - (p * x + q) / (spent + v);
  }
  gradient[0] += byP;
  gradient[1] += byQ;
  gradient[2] += byV;
  return sum;
}

function independenceOf({ frequency, monetaryValue }: Spending) {
  const n = frequency.length;
  const [meanX, meanM] = [frequency, monetaryValue].map((values) => values.reduce((a, b) => a + b, 0) / n);
  let [xx, mm, xm] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, m] = [frequency[i] - meanX, monetaryValue[i] - meanM];
    xx += x * x;
    mm += m * m;
    xm += x * m;
  }
  const correlation = xx > 0 && mm > 0 ? xm / Math.sqrt(xx * mm) : 0;
  return { correlation, chance: 1.96 / Math.sqrt(n) };
}
