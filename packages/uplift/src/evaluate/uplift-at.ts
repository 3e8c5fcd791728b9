import { normalInterval, type Interval } from './interval.js';
import type { Ranking } from './ranking.js';

/** The difference of mean outcomes, with and without the offer, among the first `share` of the customers; NaN if all got the same. */
export function upliftAmongFirst({ outcome, treated }: Ranking, share: number, z: number): Interval {
  const first = Math.floor(share * outcome.length);
  const arms = [0, 1].map((arm) => {
    const values = outcome.subarray(0, first).filter((_, i) => treated[i] === arm);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, variance: squares / Math.max(1, values.length - 1) / values.length };
  });
  const [none, offered] = arms;
  return normalInterval(offered.mean - none.mean, Math.sqrt(offered.variance + none.variance), z);
}
