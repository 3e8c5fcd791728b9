/** Fewer numbers are sorted sooner by comparing them. */
const few = 2_000;

/** The six digits of a number's 64 bits, from the lowest: three in either half. */
const digits = [0, 1].flatMap((half) => [0, 11, 22].map((shift): Digit => ({ half, shift })));
const digitValues = 1 << 11;

interface Digit {
  half: number;
  shift: number;
}

/**
 * Puts numbers in order from low to high, as `sort` does, in less than half the time where they are many: they are dealt
 * out by one digit after the other (Knuth 1998, 5.2.5).
 *
 * @param numbers none of them NaN. They are written over.
 */
export function sortNumbers(numbers: Float64Array): Float64Array {
  if (numbers.length < few) return numbers.sort();
  let from: Uint32Array = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  let to: Uint32Array = new Uint32Array(2 * numbers.length);
  for (const digit of digits) if (deal(from, digit, to)) [from, to] = [to, from];
  return negativesFirst(from, to);
}

/** Puts numbers in the order of one digit, and leaves those that share it in theirs; false where all of them do. */
function deal(from: Uint32Array, { half, shift }: Digit, to: Uint32Array): boolean {
  const places = new Uint32Array(digitValues);
  for (let at = half; at < from.length; at += 2) places[(from[at] >>> shift) & (digitValues - 1)] += 2;
  if (places.includes(from.length)) return false;
  for (let value = 0, place = 0; value < digitValues; value++) {
    place += places[value];
    places[value] = place - places[value];
  }
  for (let at = 0; at < from.length; at += 2) {
    const value = (from[at + half] >>> shift) & (digitValues - 1);
    const place = places[value];
    places[value] = place + 2;
    to[place] = from[at];
    to[place + 1] = from[at + 1];
  }
  return true;
}

/** Negative numbers, by their bits, lie behind the others, from high to low. */
function negativesFirst(from: Uint32Array, to: Uint32Array): Float64Array {
  let negatives = 0;
  for (let at = 1; at < from.length; at += 2) negatives += from[at] >>> 31;
  const numbers = new Float64Array(from.buffer, from.byteOffset, from.length / 2);
  if (negatives === 0) return numbers;
  const sorted = new Float64Array(to.buffer, to.byteOffset, to.length / 2);
  sorted.set(numbers.subarray(-negatives).reverse());
  sorted.set(numbers.subarray(0, -negatives), negatives);
  return sorted;
}
