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
const highWord = new Uint8Array(new Float64Array([1]).buffer)[7] === 0x3f ? 1 : 0;

/** The bin of each upgrade is `highWords(returns)[2 * upgrade] >>> binShift`; read through here for a whole array. */
export function binReader(marginalReturn: Float64Array): (upgrade: number) => number {
  const words = new Uint32Array(marginalReturn.buffer, marginalReturn.byteOffset, 2 * marginalReturn.length);
  return (upgrade) => words[2 * upgrade + highWord] >>> binShift;
}

export function binReturns(upgrades: Upgrades): ReturnBins {
  const { customers, offers, start, offer, cost, marginalReturn } = upgrades;
  const bins = { cost: new Float64Array(binCount), count: new Int32Array(binCount) };
  const binOf = binReader(marginalReturn);
  for (let i = 0; i < customers; i++) {
    const row = i * offers;
    let paid = 0;
    for (let u = start[i]; u < start[i + 1]; u++) {
      const bin = binOf(u);
      const total = cost[row + offer[u]];
      bins.cost[bin] += total - paid;
      bins.count[bin]++;
      paid = total;
    }
  }
  return bins;
}
