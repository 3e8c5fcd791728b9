import { normalInterval, type Estimate } from '@clv/contracts';
import type { Ranking } from './ranking.js';

/** The difference of mean outcomes, with and without the offer, among the first `share` of the customers; NaN if all got the same. */
export function upliftAmongFirst({ outcome, treated, weight }: Ranking, share: number, z: number): Estimate {
  const first = Math.floor(share * outcome.length);
  const arms = [0, 1].map((arm) => {
    const inArm = (_: number, i: number) => treated[i] === arm;
    const values = outcome.subarray(0, first).filter(inArm);
    const weights = weight.subarray(0, first).filter(inArm);
    const all = weights.reduce((sum, each) => sum + each, 0);
    const mean = values.reduce((sum, value, i) => sum + weights[i] * value, 0) / all;
    const squares = values.reduce((sum, value, i) => sum + (weights[i] * (value - mean)) ** 2, 0);
    const { length } = values;
    return { mean, variance: (squares / Math.max(1, length - 1) / length) * (length / all) ** 2 };
  });
  const [none, offered] = arms;
  return normalInterval(offered.mean - none.mean, Math.sqrt(offered.variance + none.variance), z);
}
