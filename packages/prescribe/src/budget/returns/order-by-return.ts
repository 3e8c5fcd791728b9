import { highWords } from './high-words.js';

/** The numbers of the upgrades, greatest marginal return first, equal ones in their own order. */
export function orderByReturn(marginalReturn: Float64Array): Uint32Array {
  const order = radixSort(marginalReturn);
  const word = highWords(marginalReturn);
  const byReturn = (one: number, other: number) => marginalReturn[other] - marginalReturn[one] || one - other;
  for (let from = 0, to: number; from < order.length; from = to) {
    let isOrdered = true;
    for (to = from + 1; to < order.length && word(order[to]) === word(order[from]); to++)
      isOrdered &&= marginalReturn[order[to]] <= marginalReturn[order[to - 1]];
    if (!isOrdered) order.subarray(from, to).sort(byReturn);
  }
  return order;
}

/** Sorts by the upper 32 bits of the positive returns, falling, 16 bits at a time, lower ones first; equal ones keep their order. */
function radixSort(marginalReturn: Float64Array): Uint32Array {
  const { length } = marginalReturn;
  const word = highWords(marginalReturn);
  let order = new Uint32Array(length).map((_, at) => at);
  for (const shift of [0, 16]) {
    const at = new Uint32Array(1 << 16);
    for (let k = 0; k < length; k++) at[0xffff - ((word(k) >>> shift) & 0xffff)]++;
    for (let digit = 0, sum = 0; digit < at.length; digit++) {
      const count = at[digit];
      at[digit] = sum;
      sum += count;
    }
    const from = order;
    order = new Uint32Array(length);
    for (let k = 0; k < length; k++) order[at[0xffff - ((word(from[k]) >>> shift) & 0xffff)]++] = from[k];
  }
  return order;
}
