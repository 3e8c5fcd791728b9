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
 */
export function quantile(values: Float64Array, share: number): number {
  const place = (values.length - 1) * share;
  let around = values;
  let below = 0;
  while (around.length > few) {
    const part = narrowed(around, Math.floor(place) - below);
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
function narrowed(values: Float64Array, place: number): { around: Float64Array; below: number } {
  const low = least(values);
  const range = greatest(values) - low;
  if (range === 0) return { around: values.subarray(0, 1), below: place };
  const counts = countBins(values, low, bins / range);
  let first = 0;
  let below = 0;
  while (below + counts[first] <= place) below += counts[first++];
  let last = first;
  let count = counts[first];
  while (below + count < Math.min(place + 2, values.length)) count += counts[++last];
  return { around: valuesOfBins(values, low, bins / range, first, last, count), below };
}

// Each loop below is a function of its own: so the compiler has it fast from the first column on.

function least(values: Float64Array): number {
  let low = Infinity;
  for (let i = 0; i < values.length; i++) if (values[i] < low) low = values[i];
  return low;
}

function greatest(values: Float64Array): number {
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) if (values[i] > high) high = values[i];
  return high;
}

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
