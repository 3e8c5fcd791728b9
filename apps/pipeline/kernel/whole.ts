// Whole numbers in decimal.

const MINUS: u8 = 0x2d, ZERO: u8 = 0x30;

export function copy(from: usize, bytes: usize, out: usize): usize {
  for (let at: usize = 0; at < bytes; at += 8) store<u64>(out + at, load<u64>(from + at));
  return out + bytes;
}

export function printWhole(value: i64, out: usize): usize {
  if (value < 0) {
    store<u8>(out++, MINUS);
    value = -value;
  }
  if (value < 10) {
    store<u8>(out, ZERO + <u8>value);
    return out + 1;
  }
  return printDigits(value, digitsOf(value), out);
}

// The last `count` digits, zeros in front.
export function printDigits(value: u64, count: i32, out: usize): usize {
  const end = out + count;
  let at = end;
  while (at - out > 8) {
    const rest = value / 100_000_000;
    const eight = <u32>(value - rest * 100_000_000);
    const four = eight / 10_000;
    printFour(eight - four * 10_000, at - 4);
    printFour(four, (at -= 8));
    value = rest;
  }
  let left = <u32>value;
  while (at - out >= 2) {
    const rest = left / 100;
    printPair(left - rest * 100, (at -= 2));
    left = rest;
  }
  if (at > out) store<u8>(out, ZERO + <u8>left);
  return end;
}

// @ts-ignore: decorator
@inline
function printFour(value: u32, at: usize): void {
  const pair = value / 100;
  printPair(pair, at);
  printPair(value - pair * 100, at + 2);
}

// @ts-ignore: decorator
@inline
function printPair(value: u32, at: usize): void {
  const tens = (value * 103) >> 10;
  store<u16>(at, <u16>(0x3030 + tens + ((value - tens * 10) << 8)));
}

export function digitsOf(value: u64): i32 {
  let digits = 1;
  if (value >= 1_000_000_000_000_000) {
    value /= 1_000_000_000_000_000;
    digits = 16;
  }
  for (let bound: u64 = 10; value >= bound; bound *= 10) digits++;
  return digits;
}
