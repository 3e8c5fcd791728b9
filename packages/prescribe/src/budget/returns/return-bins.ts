import { checkArgument, checkWhole, shapes } from '@clv/contracts';
import { highWords } from './high-words.js';

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
const binsPerDoubling = 256;
/** Returns more than this many doublings above or below 1 all go into the last bin, including free upgrades. */
const doublings = 64;
const lowest = (1023 - doublings) * binsPerDoubling;
export const binCount = 2 * doublings * binsPerDoubling;

/** A reader of each upgrade's bin. */
export function binReader(marginalReturn: Float64Array): (upgrade: number) => number {
  const word = highWords(marginalReturn);
  return (upgrade) => Math.max(0, Math.min((word(upgrade) >>> binShift) - lowest, binCount - 1));
}

/** A test of whether an upgrade lies in the bins `low` up to `high`. */
export function binTest(
  marginalReturn: Float64Array,
  low: number,
  high: number,
): (upgrade: number) => boolean {
  const word = highWords(marginalReturn);
  const least = leastWordOf(low);
  const width = leastWordOf(high + 1) - least;
  // One comparison, which nearly always comes out alike: two would each be a guess that the processor gets wrong.
  return (upgrade) => (word(upgrade) - least) >>> 0 < width;
}

/** The last bins reach as far as doubles do. */
function leastWordOf(bin: number): number {
  if (bin <= 0) return 0;
  return bin < binCount ? (bin + lowest) << binShift : 0x7fffffff;
}

/**
 * Bins to add upgrades to.
 *
 * @param spent bins that nobody needs any more, which are emptied (default: new ones).
 */
export function emptyBins(spent?: ReturnBins): ReturnBins {
  if (spent !== undefined) {
    checkBins(spent);
    return emptied(spent);
  }
  const sums = () => new Float64Array(binCount);
  return {
    cost: sums(),
    gain: sums(),
    count: new Int32Array(binCount),
    lost: { cost: sums(), gain: sums() },
  };
}

function emptied(bins: ReturnBins): ReturnBins {
  const { cost, gain, count, lost } = bins;
  for (let bin = 0; bin < binCount; bin++)
    if (count[bin] > 0) cost[bin] = gain[bin] = count[bin] = lost.cost[bin] = lost.gain[bin] = 0;
  return bins;
}

/** Adds what an upgrade costs and gains to its bin. */
export function addToBin(
  { cost, gain, count, lost }: ReturnBins,
  bin: number,
  extraCost: number,
  extraGain: number,
): void {
  addTerm(cost, lost.cost, bin, extraCost);
  addTerm(gain, lost.gain, bin, extraGain);
  count[bin]++;
}

const { finite, numbers, record, whole } = shapes;
const sumsShape = record({ cost: finite, gain: finite, count: whole(0) });
export const binsShape = record({
  cost: numbers,
  gain: numbers,
  count: numbers,
  lost: record({ cost: numbers, gain: numbers }),
});

/** @throws {InvalidOptionError} for what `emptyBins` did not make. */
export function checkBins(bins: ReturnBins): void {
  checkArgument('bins', bins, binsShape);
  const { cost, gain, count, lost } = bins;
  for (const [name, sums] of Object.entries({
    cost,
    gain,
    count,
    'lost.cost': lost.cost,
    'lost.gain': lost.gain,
  }))
    checkArgument(`bins.${name}.length`, sums.length, shapes.exactly(binCount));
}

/** A bin's count stops here: callers only need to know whether there are many. */
const mostCounted = 2 ** 31 - 1;

/** Adds the sums of a bin's upgrades from elsewhere. */
export function addSums(
  bins: ReturnBins,
  bin: number,
  more: { cost: number; gain: number; count: number },
): void {
  checkBins(bins);
  checkWhole('bin', bin, 0, binCount - 1);
  checkArgument('more', more, sumsShape);
  const { cost, gain, count, lost } = bins;
  addTerm(cost, lost.cost, bin, more.cost);
  addTerm(gain, lost.gain, bin, more.gain);
  count[bin] = Math.min(mostCounted, count[bin] + more.count);
}

/** Adds to a sum, and to what rounding lost of it (Knuth's two-sum). */
function addTerm(sums: Float64Array, lost: Float64Array, at: number, term: number): void {
  const sum = sums[at];
  const next = sum + term;
  const added = next - sum;
  sums[at] = next;
  lost[at] += sum - (next - added) + (term - added);
}
