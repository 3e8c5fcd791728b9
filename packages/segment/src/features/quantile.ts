import { rangeOf } from './range.js';

/** The quantile of sorted values at `share` in [0, 1], interpolated linearly (type 7 of Hyndman and Fan 1996). */
export function sortedQuantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  return between(sorted, Math.floor(place), place - Math.floor(place));
}

/** So few values are sorted sooner than narrowed down. */
const few = 1_000;

/**
 * The same of values in any order, which stay in it, in time proportional to their number: only those around the
 * quantile's place are sorted.
 *
 * @param range that of the values, where it is known already.
 */
export function quantile(values: Float64Array, share: number, range = rangeOf(values)): number {
  const place = (values.length - 1) * share;
  let around = values;
  let below = 0;
  while (around.length > few) {
    const { low, high } = around === values ? range : rangeOf(around);
    if (low === high) return low;
    const part = narrowed(around, Math.floor(place) - below, low, high);
    if (part.around.length === around.length) break;
    around = part.around;
    below += part.below;
  }
  return between(around.slice().sort(), Math.floor(place) - below, place - Math.floor(place));
}

function between(sorted: ArrayLike<number>, place: number, fraction: number): number {
  const next = Math.min(place + 1, sorted.length - 1);
  return sorted[place] + fraction * (sorted[next] - sorted[place]);
}

const bins = 4_096;

/** The values of the bins, out of many of equal width, that hold the value at `place` and the next; and how many lie below. */
function narrowed(
  values: Float64Array,
  place: number,
  low: number,
  high: number,
): { around: Float64Array; below: number } {
  const perUnit = bins / (high - low);
  const counts = countBins(values, low, perUnit);
  let first = 0;
  let below = 0;
  while (below + counts[first] <= place) below += counts[first++];
  let last = first;
  let count = counts[first];
  while (below + count < Math.min(place + 2, values.length)) count += counts[++last];
  return { around: valuesOfBins(values, low, perUnit, first, last, count), below };
}

// Each loop is a function of its own: so the compiler has it fast from the first column on.

function countBins(values: Float64Array, low: number, perUnit: number): Uint32Array {
  const counts = new Uint32Array(bins + 1);
  for (let i = 0; i < values.length; i++) counts[((values[i] - low) * perUnit) | 0]++;
  return counts;
}

/** Every value is written and stays if it belongs: cheaper than a branch that goes either way. */
function valuesOfBins(
  values: Float64Array,
  low: number,
  perUnit: number,
  first: number,
  last: number,
  count: number,
): Float64Array {
  const found = new Float64Array(count + 1);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const beyond = (((values[i] - low) * perUnit) | 0) - first;
    found[at] = values[i];
    at += +(beyond >>> 0 <= last - first);
  }
  return found.subarray(0, count);
}
