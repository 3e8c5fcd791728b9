// Cuts between a column's bins: the quantiles that XGBoost's sketch finds in all its rows, or every distinct value where there
// are no more than bins.
import { BINS, binCounts, columnTops, cuts, maxBin, pivots, rows, staging } from './job';
import { pruned, summarise } from './sketch';
import { Summary, entryAt } from './summary';

// Cuts the column whose values are the `place`-th of the staged ones (column-major).
export function cutColumn(column: i32, place: i32): void {
  const summary = summarise(staging + <usize>place * <usize>rows * 4);
  const at = cuts + (<usize>column << 10);
  let cut = cutAtEntries(summary, at);
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

// The lowest entry needs no cut below it. Returns how many cuts there are.
function cutAtEntries(summary: Summary, at: usize): i32 {
  const few = pruned(summary, maxBin + 1);
  const last = min(few.size, maxBin);
  for (let i = 1; i < last; i++) store<f32>(at + (<usize>(i - 1) << 2), entryAt(few, i).value);
  return max(0, last - 1);
}
