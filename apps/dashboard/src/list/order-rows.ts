const digitBits = 11;
const buckets = 1 << digitBits;

/** Runs of equal upper words up to this long are ordered by insertion. */
const short = 16;

/**
 * Rows ordered by the number that each has in `keys`, equal ones left in the order in which they came; NaN comes last either way. A radix
 * sort of the numbers' upper words, and of the few that these do not tell apart by the lower ones, as a comparison sort
 * of a million rows would hold the page up for a second.
 */
export function orderRows(
  rows: Uint32Array,
  keys: Float64Array | Int32Array,
  descending = false,
): Uint32Array {
  const count = rows.length;
  const own = new Float64Array(count);
  for (let i = 0; i < count; i++) own[i] = keys[rows[i]];
  const words = new Uint32Array(own.buffer);
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    sortable(words, i, descending);
    low[i] = words[2 * i];
    high[i] = words[2 * i + 1];
  }
  const order = radixOrder(high);
  orderTies(order, high, low);
  for (let i = 0; i < count; i++) order[i] = rows[order[i]];
  return order;
}

/** The places of the words in rising order, equal ones in their own. */
function radixOrder(words: Uint32Array): Uint32Array {
  const count = words.length;
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let next = new Uint32Array(count);
  for (let shift = 0; shift < 32; shift += digitBits) {
    const starts = new Uint32Array(buckets + 1);
    for (let i = 0; i < count; i++) starts[((words[i] >>> shift) & (buckets - 1)) + 1]++;
    for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] += starts[bucket];
    for (let i = 0; i < count; i++) {
      const place = order[i];
      next[starts[(words[place] >>> shift) & (buckets - 1)]++] = place;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Orders each run of equal upper words by the lower ones. */
function orderTies(order: Uint32Array, high: Uint32Array, low: Uint32Array): void {
  for (let from = 0, to = 0; from < order.length; from = to) {
    const word = high[order[from]];
    let isOrdered = true;
    for (to = from + 1; to < order.length && high[order[to]] === word; to++)
      if (low[order[to]] < low[order[to - 1]]) isOrdered = false;
    if (isOrdered) continue;
    if (to - from > short) order.subarray(from, to).sort((a, b) => low[a] - low[b] || a - b);
    else insert(order, from, to, low);
  }
}

function insert(order: Uint32Array, from: number, to: number, low: Uint32Array): void {
  for (let i = from + 1; i < to; i++) {
    const moving = order[i];
    let at = i;
    for (; at > from && low[order[at - 1]] > low[moving]; at--) order[at] = order[at - 1];
    order[at] = moving;
  }
}

/** Turns the bits of a double into an unsigned integer that orders as the number does, or the other way round. */
function sortable(words: Uint32Array, i: number, descending: boolean): void {
  const [low, high] = [2 * i, 2 * i + 1];
  const exponent = words[high] & 0x7ff00000;
  const isNaN = exponent === 0x7ff00000 && ((words[high] & 0xfffff) !== 0 || words[low] !== 0);
  if (isNaN) {
    words[low] = words[high] = 0xffffffff;
    return;
  }
  const negative = words[high] >>> 31 === 1;
  if (negative) words[low] = ~words[low];
  words[high] = negative ? ~words[high] : words[high] ^ 0x80000000;
  if (descending) {
    words[low] = ~words[low];
    words[high] = ~words[high];
  }
}
