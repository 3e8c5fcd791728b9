// How large XGBoost's sketch of a column is: these sizes decide what it merges when, and so its cuts.
import { CACHE_LINE } from './memory';
import { COUNT_BYTES } from './radix-sort';
import { ENTRY_BYTES, SUMMARY_BYTES } from './summary';

export const PRECISION: f64 = 8; // summaries are so many times finer than the bins

// How many levels of summaries `count` values need.
export function levelsFor(count: i32, bins: i32): i32 {
  let levels = 1;
  while ((<i64>1 << levels) * <i64>limitFor(count, levels, bins) < <i64>count) levels++;
  return levels;
}

// How many entries a summary may have.
export function limitFor(count: i32, levels: i32, bins: i32): i32 {
  const error: f64 = 1 / (<f64>max(1, min(bins, count)) * PRECISION);
  return <i32>min(<f64>count, ceil(<f64>levels / error) + 1);
}

// A thread's room for the sketch of a column of so many values, cut into so many bins: the queue, as much to sort it, digit counts, the levels, and a merge of two.
export function sketchBytes(count: i32, bins: i32): u64 {
  const most = levelsFor(count, bins), longest = <u64>limitFor(count, most, bins);
  return longest * 2 * 16 + COUNT_BYTES + (<u64>most + 4) * (longest * ENTRY_BYTES + SUMMARY_BYTES) + 8 * CACHE_LINE;
}
