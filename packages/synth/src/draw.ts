import { type RandomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';

/** The distributions that customers are drawn from, all over one seeded source. */
export interface Draw {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Gaussian. */
  normal(mean: number, deviation: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** An index, by weights that sum to one. */
  pick(weights: readonly number[]): number;
  /** A count of mean `mean`, by sequential search of the inverse: made for means up to about 20. */
  poisson(mean: number): number;
  /** A positive time: `scale` is about where 63% have ended, `shape` below 1 means many short ones. */
  weibull(scale: number, shape: number): number;
}

export function drawFrom(random: RandomSource): Draw {
  const standardNormal = randomNormal.source(random)(0, 1);
  return {
    uniform: random,
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
    weibull: (scale, shape) => scale * Math.pow(-Math.log1p(-random()), 1 / shape),
  };
}
