// The last few numbers that were printed, and where: a row often holds one twice, as what each offer is worth and what the one
// that is chosen is worth. To copy digits takes a fraction of the time that it takes to find them.
import { copy } from './whole';

const most: u32 = 8; // a power of two
const values = memory.data(64);
const places = memory.data(64); // each where the digits begin and how many they are, int32

let printed: u32 = 0;

// What was printed is no longer where it was.
export function forget(): void {
  printed = 0;
}

// Prints a number that was printed lately; returns `out` where it was not.
export function printAgain(value: f64, out: usize): usize {
  const known = <usize>min(printed, most) << 3;
  for (let at: usize = 0; at < known; at += 8) {
    if (load<f64>(values + at) == value) return copy(<usize>load<u32>(places + at), <usize>load<u32>(places + at, 4), out);
  }
  return out;
}

export function remember(value: f64, start: usize, end: usize): void {
  const at = (<usize>(printed++ & (most - 1))) << 3;
  store<f64>(values + at, value);
  store<u32>(places + at, <u32>start);
  store<u32>(places + at, <u32>(end - start), 4);
}
