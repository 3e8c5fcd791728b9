import { everyRow } from './select-rows.js';

/** Fewer rows are put in order sooner by comparing them. */
const few = 2_000;

const digitBits = 11;
const digitValues = 1 << digitBits;

/** The rows from the lowest value to the highest, those of equal values in their order; no value is NaN. */
export function risingOrder(values: ArrayLike<number>): Uint32Array {
  if (values.length < few) return everyRow(values.length).sort((a, b) => values[a] - values[b]);
  const [low, high] = keysOf(values);
  let order = everyRow(values.length);
  let spare: Uint32Array = new Uint32Array(values.length);
  for (const half of [low, high])
    for (let shift = 0; shift < 32; shift += digitBits)
      if (deal(order, half, shift, spare)) [order, spare] = [spare, order];
  return order;
}

/** Numbers of 64 bits, in two halves, that rise as the values do. */
function keysOf(values: ArrayLike<number>): [low: Uint32Array, high: Uint32Array] {
  const bits = new Uint32Array(Float64Array.from(values).buffer);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const isNegative = bits[2 * row + 1] >>> 31 === 1;
    low[row] = isNegative ? ~bits[2 * row] : bits[2 * row];
    high[row] = isNegative ? ~bits[2 * row + 1] : bits[2 * row + 1] | 0x80000000;
  }
  return [low, high];
}

/** Puts rows in the order of one digit, and leaves those that share it in theirs; false where all of them do. */
function deal(from: Uint32Array, keys: Uint32Array, shift: number, to: Uint32Array): boolean {
  const places = new Uint32Array(digitValues);
  for (let row = 0; row < keys.length; row++) places[(keys[row] >>> shift) & (digitValues - 1)]++;
  if (places.includes(keys.length)) return false;
  for (let value = 0, place = 0; value < digitValues; value++) {
    place += places[value];
    places[value] = place - places[value];
  }
  for (let i = 0; i < from.length; i++) to[places[(keys[from[i]] >>> shift) & (digitValues - 1)]++] = from[i];
  return true;
}
