import { type RandomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { rounded } from './rounding.js';

/** The distributions that customers are drawn from, all over one seeded source. */
export interface Draw {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Uniform within `reach` of the middle. */
  near(middle: number, reach: number): number;
  /** Gaussian. */
  normal(mean: number, deviation: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** An index, by weights that sum to one. */
  pick(weights: readonly number[]): number;
  /** A count of mean `mean`, by sequential search of the inverse: made for means up to about 20. */
  poisson(mean: number): number;
  /** A share in (0, 1) to three decimals: its log-odds are Gaussian. */
  share(logit: number, deviation: number): number;
  /** A waiting time. */
  exponential(mean: number): number;
}

export function drawFrom(random: RandomSource): Draw {
  const standardNormal = randomNormal.source(random)(0, 1);
  return {
    uniform: random,
    near: (middle, reach) => middle + reach * (2 * random() - 1),
    normal: (mean, deviation) => mean + deviation * standardNormal(),
    chance: (probability) => random() < probability,
    pick(weights) {
      let rest = random();
      const last = weights.length - 1;
      for (let i = 0; i < last; i++) if ((rest -= weights[i]) < 0) return i;
      return last;
    },
    poisson(mean) {
      let term = Math.exp(-mean);
      let rest = random() - term;
      let count = 0;
      while (rest >= 0 && count < 100) {
        term *= mean / ++count;
        rest -= term;
      }
      return count;
    },
    share: (logit, deviation) => rounded(1 / (1 + Math.exp(-logit - deviation * standardNormal())), 1000),
    exponential: (mean) => -mean * Math.log1p(-random()),
  };
}
