// Cuts between bins: quantiles of a sample of a column, or every distinct value where there are few.
import {
  BINS, binCounts, columnTops, cuts, hasMissing, maxBin, pivots, sortScratch, sortScratchBytes, staging, sampleRows,
} from './job';
import { thread } from './threads';

// Cuts the column whose sample is the `place`-th of the staged ones (column-major).
export function cutColumn(column: i32, place: i32): void {
  const keys = sortScratch + <usize>thread * sortScratchBytes();
  const spare = keys + <usize>sampleRows * 4;
  const counts = spare + <usize>sampleRows * 4;
  const count = presentKeys(staging + <usize>(place * sampleRows) * 4, keys);
  radixSort(keys, spare, counts, count);

  const bins = load<u8>(hasMissing + column) ? min(maxBin, BINS - 1) : maxBin;
  const at = cuts + (<usize>column << 10);
  let cut = distinctValues(spare, count) <= bins ? cutAtEach(spare, count, at) : cutAtQuantiles(spare, count, at, bins);
  store<i32>(binCounts + (<usize>column << 2), cut + 1);
  store<f32>(at + (<usize>cut << 2), above(load<f32>(columnTops + (<usize>column << 2))));
  for (cut++; cut < BINS; cut++) store<f32>(at + (<usize>cut << 2), Infinity);
  for (let bucket = 0; bucket < 16; bucket++)
    store<f32>(pivots + (<usize>(column * 16 + bucket) << 2), load<f32>(at + (<usize>(bucket * 16 + 15) << 2)));
}

// A finite value that all of a column lies below, as XGBoost's last cut; infinite where float32 has none.
// @ts-ignore: decorator
@inline
function above(top: f32): f32 {
  return top + (abs(top) + 1e-5);
}

// Order-preserving integers of the values that are there; returns how many.
function presentKeys(values: usize, keys: usize): i32 {
  let count = 0;
  for (let i = 0; i < sampleRows; i++) {
    const value = load<f32>(values + (<usize>i << 2));
    if (value != value) continue;
    const bits = reinterpret<u32>(value + 0); // -0 counts as 0
    store<u32>(keys + (<usize>count << 2), bits & 0x80000000 ? ~bits : bits | 0x80000000);
    count++;
  }
  return count;
}

// @ts-ignore: decorator
@inline
function valueOf(key: u32): f32 {
  return reinterpret<f32>(key & 0x80000000 ? key ^ 0x80000000 : ~key);
}

// @ts-ignore: decorator
@inline
function keyAt(keys: usize, i: i32): u32 {
  return load<u32>(keys + (<usize>i << 2));
}

// Sorts by three digits of 11 bits; the result is in `to`.
function radixSort(from: usize, to: usize, counts: usize, count: i32): void {
  for (let shift: u32 = 0; shift < 33; shift += 11) {
    memory.fill(counts, 0, 8192);
    for (let i = 0; i < count; i++) {
      const slot = counts + (((keyAt(from, i) >> shift) & 2047) << 2);
      store<u32>(slot, load<u32>(slot) + 1);
    }
    let before: u32 = 0;
    for (let digit = 0; digit < 2048; digit++) {
      const slot = counts + (<usize>digit << 2);
      const here = load<u32>(slot);
      store<u32>(slot, before);
      before += here;
    }
    for (let i = 0; i < count; i++) {
      const key = keyAt(from, i);
      const slot = counts + (((key >> shift) & 2047) << 2);
      const place = load<u32>(slot);
      store<u32>(slot, place + 1);
      store<u32>(to + (place << 2), key);
    }
    const other = from;
    from = to;
    to = other;
  }
}

// Counts no further than one more than a histogram holds.
function distinctValues(keys: usize, count: i32): i32 {
  let distinct = count > 0 ? 1 : 0;
  for (let i = 1; i < count && distinct <= BINS; i++) if (keyAt(keys, i) != keyAt(keys, i - 1)) distinct++;
  return distinct;
}

function cutAtEach(keys: usize, count: i32, at: usize): i32 {
  let cut = 0;
  for (let i = 1; i < count; i++) {
    const key = keyAt(keys, i);
    if (key == keyAt(keys, i - 1)) continue;
    store<f32>(at + (<usize>cut << 2), valueOf(key));
    cut++;
  }
  return cut;
}

function cutAtQuantiles(keys: usize, count: i32, at: usize, bins: i32): i32 {
  let cut = 0;
  let previous = keyAt(keys, 0);
  for (let i = 1; i < bins; i++) {
    const key = keyAt(keys, <i32>((<i64>i * count) / bins));
    if (key == previous) continue;
    store<f32>(at + (<usize>cut << 2), valueOf(key));
    previous = key;
    cut++;
  }
  return cut;
}
