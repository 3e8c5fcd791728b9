// Sorts pairs of a weight (low) and a key (high) by their keys, which order as the float32 values they stand for.

// @ts-ignore: decorator
@inline
export function keyOf(value: f32): u32 {
  const bits = reinterpret<u32>(value + 0); // -0 counts as 0
  return bits & 0x80000000 ? ~bits : bits | 0x80000000;
}

// @ts-ignore: decorator
@inline
export function valueOf(key: u32): f32 {
  return reinterpret<f32>(key & 0x80000000 ? key ^ 0x80000000 : ~key);
}

const DIGIT_BYTES: usize = 2048 * 4;
export const COUNT_BYTES: usize = 3 * DIGIT_BYTES;

// @ts-ignore: decorator
@inline
function slotOf(key: u32, digit: u32, counts: usize): usize {
  return counts + <usize>digit * DIGIT_BYTES + (((key >> (11 * digit)) & 2047) << 2);
}

// By three digits of 11 bits; needs as much room again, and COUNT_BYTES. Returns where the sorted pairs are.
export function sortByKey(pairs: usize, count: i32, spare: usize, counts: usize): usize {
  const bytes = <usize>count << 3;
  memory.fill(counts, 0, COUNT_BYTES);
  for (let at = pairs; at < pairs + bytes; at += 8) {
    const key = load<u32>(at, 4);
    for (let digit: u32 = 0; digit < 3; digit++) {
      const slot = slotOf(key, digit, counts);
      store<u32>(slot, load<u32>(slot) + 1);
    }
  }
  let from = pairs, to = spare;
  for (let digit: u32 = 0; digit < 3; digit++) {
    placeDigits(counts + <usize>digit * DIGIT_BYTES);
    for (let at = from; at < from + bytes; at += 8) {
      const pair = load<u64>(at);
      const slot = slotOf(<u32>(pair >> 32), digit, counts);
      const place = load<u32>(slot);
      store<u32>(slot, place + 1);
      store<u64>(to + (<usize>place << 3), pair);
    }
    const other = from;
    from = to;
    to = other;
  }
  return from;
}

// Counts become the places of the first of each.
function placeDigits(counts: usize): void {
  let before: u32 = 0;
  for (let slot = counts; slot < counts + DIGIT_BYTES; slot += 4) {
    const here = load<u32>(slot);
    store<u32>(slot, before);
    before += here;
  }
}
