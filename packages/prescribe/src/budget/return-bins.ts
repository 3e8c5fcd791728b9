import { highWords } from './high-words.js';
import type { Upgrades } from './upgrades.js';

/**
 * What all upgrades of about the same marginal return cost and gain together, so that the return at which a budget runs
 * out is found without sorting them. A bin is 1/256 of a doubling wide.
 */
export interface ReturnBins {
  cost: Float64Array;
  gain: Float64Array;
  count: Int32Array;
  /** What rounding lost of the sums, so that a million equal terms add up to the cent. */
  lost: { cost: Float64Array; gain: Float64Array };
}

/** A positive double's upper bits grow with it: sign, 11 bits of exponent and 8 of mantissa number its bin. */
const binShift = 12;
export const binCount = 1 << (32 - 1 - binShift);

/** A reader of each upgrade's bin. */
export function binReader(marginalReturn: Float64Array): (upgrade: number) => number {
  const word = highWords(marginalReturn);
  return (upgrade) => word(upgrade) >>> binShift;
}

/** Bins to add customers to. */
export const emptyBins = (): ReturnBins => ({
  cost: new Float64Array(binCount),
  gain: new Float64Array(binCount),
  count: new Int32Array(binCount),
  lost: { cost: new Float64Array(binCount), gain: new Float64Array(binCount) },
});

/** @param spent bins that nobody needs any more, which are filled anew. */
export function binReturns(upgrades: Upgrades, spent?: ReturnBins): ReturnBins {
  const bins = spent ? emptied(spent) : emptyBins();
  addReturns(bins, upgrades);
  return bins;
}

function emptied(bins: ReturnBins): ReturnBins {
  const { cost, gain, count, lost } = bins;
  for (let bin = 0; bin < binCount; bin++)
    if (count[bin] > 0) cost[bin] = gain[bin] = count[bin] = lost.cost[bin] = lost.gain[bin] = 0;
  return bins;
}

/** Adds more customers' upgrades to the bins. */
export function addReturns(bins: ReturnBins, upgrades: Upgrades): void {
  const { customers, choices, start, offer, marginalReturn } = upgrades;
  const { offers, cost, gain } = choices;
  const { cost: binCosts, gain: binGains, count: binCounts, lost } = bins;
  const { cost: lostCosts, gain: lostGains } = lost;
  const binOf = binReader(marginalReturn);
  let u = 0;
  for (let i = 0, row = 0; i < customers; i++, row += offers) {
    const end = start[i + 1];
    let paid = 0;
    let gained = 0;
    for (; u < end; u++) {
      const bin = binOf(u);
      const at = row + offer[u];
      addTerm(binCosts, lostCosts, bin, cost[at] - paid);
      addTerm(binGains, lostGains, bin, gain[at] - gained);
      binCounts[bin]++;
      paid = cost[at];
      gained = gain[at];
    }
  }
}

/** Adds to a sum, and to what rounding lost of it (Knuth's two-sum). */
function addTerm(sums: Float64Array, lost: Float64Array, at: number, term: number): void {
  const sum = sums[at];
  const next = sum + term;
  const added = next - sum;
  sums[at] = next;
  lost[at] += sum - (next - added) + (term - added);
}
