import { highWords } from './high-words.js';
import type { Upgrades } from './upgrades.js';

/**
 * What all upgrades of about the same marginal return cost together, so that the return at which a budget runs out
 * is found without sorting them. A bin is 1/256 of a doubling wide.
 */
export interface ReturnBins {
  cost: Float64Array;
  count: Int32Array;
}

/** A positive double's upper bits grow with it: sign, 11 bits of exponent and 8 of mantissa number its bin. */
const binShift = 12;
export const binCount = 1 << (32 - 1 - binShift);

/** A reader of each upgrade's bin. */
export function binReader(marginalReturn: Float64Array): (upgrade: number) => number {
  const word = highWords(marginalReturn);
  return (upgrade) => word(upgrade) >>> binShift;
}

export const emptyBins = (): ReturnBins => ({
  cost: new Float64Array(binCount),
  count: new Int32Array(binCount),
});

export function binReturns(upgrades: Upgrades): ReturnBins {
  const bins = emptyBins();
  addReturns(bins, upgrades);
  return bins;
}

/** Adds more customers' upgrades to the bins. */
export function addReturns(bins: ReturnBins, { customers, start, cost, marginalReturn }: Upgrades): void {
  const binOf = binReader(marginalReturn);
  for (let i = 0; i < customers; i++) {
    let paid = 0;
    for (let u = start[i]; u < start[i + 1]; u++) {
      const bin = binOf(u);
      bins.cost[bin] += cost[u] - paid;
      bins.count[bin]++;
      paid = cost[u];
    }
  }
}
