const digits = 4;
const buckets = 1 << 16;

/**
 * Rows ordered by a number of each, equal ones left in the order in which they came; NaN comes last either way. A radix
 * sort, as a comparison sort of a million rows would hold the page up for a second.
 */
export function orderRows(rows: Uint32Array, key: (row: number) => number, descending = false): Uint32Array {
  const count = rows.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = key(rows[i]);
  const words = new Uint32Array(keys.buffer);
  for (let i = 0; i < count; i++) sortable(words, i, descending);
  let order = Uint32Array.from(rows.keys());
  let next = new Uint32Array(count);
  for (let digit = 0; digit < digits; digit++) {
    const word = digit >> 1;
    const shift = (digit & 1) * 16;
    const at = (i: number) => (words[2 * i + word] >>> shift) & (buckets - 1);
    const starts = new Uint32Array(buckets + 1);
    for (let i = 0; i < count; i++) starts[at(i) + 1]++;
    for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] += starts[bucket];
    for (let i = 0; i < count; i++) next[starts[at(order[i])]++] = order[i];
    [order, next] = [next, order];
  }
  return order.map((i) => rows[i]);
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
