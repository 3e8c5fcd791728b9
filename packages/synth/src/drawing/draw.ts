import type { RandomSource } from '@clv/contracts';
import { rounded } from './rounding.js';

/** Uniform numbers are taken from the source so many at a time, in one loop. */
const atOnce = 1024;

/**
 * The distributions that customers are drawn from, all over one seeded source, which nobody else draws from. A class, and no
 * set of closures, because the engine writes its methods into those that call them.
 */
export class Draw {
  private readonly numbers = new Float64Array(atOnce);
  private at = atOnce;
  /** The second Gaussian of a pair; NaN once it is taken. */
  private spare = NaN;

  constructor(private readonly random: RandomSource) {}

  /** Uniform on [0, 1). */
  uniform(): number {
    if (this.at === atOnce) this.refill();
    return this.numbers[this.at++];
  }

  private refill(): void {
    const { numbers, random } = this;
    for (let i = 0; i < atOnce; i++) numbers[i] = random();
    this.at = 0;
  }

  /** Uniform within `reach` of the middle. */
  near(middle: number, reach: number): number {
    return middle + reach * (2 * this.uniform() - 1);
  }

  /** Gaussian. */
  normal(mean: number, deviation: number): number {
    return mean + deviation * this.standardNormal();
  }

  /** By Marsaglia's polar method, which gives two at a time, in the order of d3-random's. */
  private standardNormal(): number {
    const { spare } = this;
    if (!Number.isNaN(spare)) {
      this.spare = NaN;
      return spare;
    }
    let x: number, y: number, square: number;
    do {
      x = this.uniform() * 2 - 1;
      y = this.uniform() * 2 - 1;
      square = x * x + y * y;
    } while (square === 0 || square > 1);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    this.spare = x * factor;
    return y * factor;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** An index, by weights that sum to one. */
  pick(weights: readonly number[]): number {
    let rest = this.uniform();
    const last = weights.length - 1;
    for (let i = 0; i < last; i++) if ((rest -= weights[i]) < 0) return i;
    return last;
  }

  /** A count of mean `mean`, by sequential search of the inverse: made for means up to about 20. */
  poisson(mean: number): number {
    let term = Math.exp(-mean);
    let rest = this.uniform() - term;
    let count = 0;
    while (rest >= 0 && count < 100) {
      term *= mean / ++count;
      rest -= term;
    }
    return count;
  }

  /** A share in (0, 1) to three decimals: its log-odds are Gaussian. */
  share(logit: number, deviation: number): number {
    return rounded(1 / (1 + Math.exp(-logit - deviation * this.standardNormal())), 1000);
  }

  /** A waiting time. */
  exponential(mean: number): number {
    return -mean * Math.log1p(-this.uniform());
  }
}
