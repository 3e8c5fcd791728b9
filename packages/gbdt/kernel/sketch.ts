// A column's weighted quantiles in one pass and little memory: XGBoost's sketch (Chen & Guestrin 2016, appendix), with its sizes,
// order of merging and float32 ranks, so that the cuts are XGBoost's to the last bit. Which cuts a tree may choose from decides
// its whole shape, so near is not near enough.
import { maxBin, rows, sketchScratch, weighted, weights } from './job';
import { COUNT_BYTES, keyOf, sortByKey, valueOf } from './radix-sort';
import { PRECISION, levelsFor, limitFor, sketchBytes } from './sketch-size';
import { ENTRY_BYTES, SUMMARY_BYTES, Summary, Entry, before, below, entryAt } from './summary';
import { thread } from './threads';

const ROWS_PER_CALL = 8192;

let queue: usize = 0; // pairs of a key and a weight
let queueEnd: usize = 0; // the last there is room for
let queued: i32 = 0;
let limit: i32 = 0;
let levels: i32 = 0; // in use
let level: usize = 0; // summaries; level 0 is room to work in
let merged: Summary = changetype<Summary>(0);

function prepare(count: i32): void {
  const most = levelsFor(count, maxBin);
  limit = limitFor(count, most, maxBin);
  levels = 0;
  queued = 0;
  queue = sketchScratch + <usize>thread * <usize>sketchBytes(rows, maxBin);
  queueEnd = queue + <usize>(2 * limit - 1) * 8;
  level = queue + <usize>limit * 2 * 16 + COUNT_BYTES;
  let entries = level + <usize>(most + 3) * SUMMARY_BYTES;
  for (let l = 0; l < most + 2; l++) {
    summaryAt(l).entries = entries;
    summaryAt(l).size = 0;
    entries += <usize>limit * ENTRY_BYTES;
  }
  merged = summaryAt(most + 2);
  merged.entries = entries;
}

// @ts-ignore: decorator
@inline
function summaryAt(l: i32): Summary {
  return changetype<Summary>(level + <usize>l * SUMMARY_BYTES);
}

// The summary of a column of all rows; it lives until the thread's next.
export function summarise(values: usize): Summary {
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const value = load<f32>(values + (<usize>row << 2));
    count += i32(value == value);
  }
  prepare(count);
  for (let row = 0; row < rows; row += ROWS_PER_CALL) pushRows(values, row, min(row + ROWS_PER_CALL, rows));
  return finish(min(count, <i32>(<f64>maxBin * PRECISION)));
}

// Exported from the module for V8's sake: see `countByteCodes`.
export function pushRows(values: usize, first: i32, end: i32): void {
  let last = queue + (<usize>(queued - 1) << 3);
  for (let row = first; row < end; row++) {
    const value = load<f32>(values + (<usize>row << 2));
    if (value != value) continue;
    const weight: f32 = weighted ? load<f32>(weights + (<usize>row << 2)) : 1;
    if (weight == 0) continue;
    if (last == queueEnd) {
      queued = 2 * limit;
      summariseQueue(merged);
      pushMerged();
      last = queue - 8;
    }
    const key = keyOf(value);
    if (last >= queue && load<u32>(last, 4) == key) store<f32>(last, load<f32>(last) + weight);
    else {
      last += 8;
      store<u64>(last, (<u64>key << 32) | <u64>reinterpret<u32>(weight));
    }
  }
  queued = <i32>((last + 8 - queue) >> 3);
}

// Exact ranks of what is queued; the queue is empty afterwards.
function summariseQueue(to: Summary): void {
  const sorted = sortByKey(queue, queued, queue + (<usize>limit << 4), queue + (<usize>limit << 5));
  to.size = 0;
  let rank: f32 = 0;
  for (let i = 0; i < queued; ) {
    const key = load<u32>(sorted + (<usize>i << 3), 4);
    let weight: f32 = 0;
    for (; i < queued && load<u32>(sorted + (<usize>i << 3), 4) == key; i++) weight += load<f32>(sorted + (<usize>i << 3));
    const entry = entryAt(to, to.size++);
    entry.least = rank;
    entry.most = rank + weight;
    entry.weight = weight;
    entry.value = valueOf(key);
    rank += weight;
  }
  queued = 0;
}

// Like a carry in binary addition: a full level is merged with what comes and goes up.
function pushMerged(): void {
  for (let l = 1; ; l++) {
    levels = max(levels, l);
    const here = summaryAt(l), room = summaryAt(0);
    if (here.size == 0) {
      prune(here, merged, limit);
      return;
    }
    prune(room, merged, limit);
    combine(merged, room, here);
    here.size = 0;
    if (merged.size > limit) continue;
    copy(here, merged);
    return;
  }
}

// Everything as one summary of at most `most` entries.
function finish(most: i32): Summary {
  summariseQueue(merged);
  const room = summaryAt(0);
  prune(room, merged, limit);
  for (let l = 1; l <= levels; l++) {
    const here = summaryAt(l);
    if (here.size == 0) continue;
    if (room.size == 0) copy(room, here);
    else {
      combine(merged, room, here);
      prune(room, merged, limit);
    }
  }
  return pruned(room, most);
}

// A summary of at most `most` entries, in room to work in.
export function pruned(summary: Summary, most: i32): Summary {
  if (summary.size <= most) return summary;
  copy(merged, summary);
  const room = summaryAt(0);
  prune(room, merged, most);
  return room;
}

function copy(to: Summary, from: Summary): void {
  to.size = from.size;
  memory.copy(to.entries, from.entries, <usize>from.size * ENTRY_BYTES);
}

// @ts-ignore: decorator
@inline
function append(to: Summary, from: Summary, index: i32): void {
  const at = to.entries + <usize>to.size * ENTRY_BYTES;
  v128.store(at, v128.load(from.entries + <usize>index * ENTRY_BYTES));
  to.size++;
}

// Keeps the entries nearest to evenly spaced ranks, and the first and last.
function prune(to: Summary, from: Summary, most: i32): void {
  if (from.size <= most) {
    copy(to, from);
    return;
  }
  const end = from.size - 1;
  const begin = entryAt(from, 0).most;
  const range = entryAt(from, end).least - begin;
  const steps = most - 1;
  to.size = 0;
  append(to, from, 0);
  let i = 1, last = 0;
  for (let k = 1; k < steps; k++) {
    const rank: f32 = 2 * ((<f32>k * range) / <f32>steps + begin);
    while (i < end && rank >= entryAt(from, i + 1).most + entryAt(from, i + 1).least) i++;
    if (i == end) break;
    const nearest = rank < below(entryAt(from, i)) + before(entryAt(from, i + 1)) ? i : i + 1;
    if (nearest == last) continue;
    append(to, from, nearest);
    last = nearest;
  }
  if (last != end) append(to, from, end);
}

// Merges two summaries that are not empty. In vectors, as which side comes next cannot be predicted.
function combine(to: Summary, a: Summary, b: Summary): void {
  let i = a.entries, j = b.entries, at = to.entries;
  const endA = i + <usize>a.size * ENTRY_BYTES, endB = j + <usize>b.size * ENTRY_BYTES;
  let belowA = f32x4.splat(0), belowB = f32x4.splat(0); // weight up to the entries last taken
  let highest = f32x4.splat(0);
  while (i < endA && j < endB) {
    const left = v128.load(i), right = v128.load(j);
    const leftValue = load<f32>(i, 12), rightValue = load<f32>(j, 12);
    const takesLeft = leftValue <= rightValue, takesRight = rightValue <= leftValue;
    const leftMask = i32x4.splat(-i32(takesLeft)), rightMask = i32x4.splat(-i32(takesRight));
    const ranks = f32x4.add(
      v128.bitselect(left, passedBy(left, belowA), leftMask),
      v128.bitselect(right, passedBy(right, belowB), rightMask),
    );
    highest = storeInOrder(at, ranks, v128.bitselect(left, right, leftMask), highest);
    belowA = v128.bitselect(upTo(left), belowA, leftMask);
    belowB = v128.bitselect(upTo(right), belowB, rightMask);
    at += ENTRY_BYTES;
    i += <usize>takesLeft * ENTRY_BYTES;
    j += <usize>takesRight * ENTRY_BYTES;
  }
  const allA = lastOf(endA, belowA), allB = lastOf(endB, belowB);
  for (; i < endA; i += ENTRY_BYTES, at += ENTRY_BYTES) {
    const left = v128.load(i);
    highest = storeInOrder(at, f32x4.add(left, allB), left, highest);
  }
  for (; j < endB; j += ENTRY_BYTES, at += ENTRY_BYTES) {
    const right = v128.load(j);
    highest = storeInOrder(at, f32x4.add(right, allA), right, highest);
  }
  to.size = <i32>((at - to.entries) / ENTRY_BYTES);
}

// Lane 0: the weight up to and with an entry.
// @ts-ignore: decorator
@inline
function upTo(entry: v128): v128 {
  return f32x4.add(entry, v128.shuffle<i32>(entry, entry, 2, 2, 2, 2));
}

// What a summary adds to the ranks of a value that lies before this entry of it: surely what is below, at most what is before.
// @ts-ignore: decorator
@inline
function passedBy(entry: v128, below: v128): v128 {
  const before = f32x4.sub(v128.shuffle<i32>(entry, entry, 1, 1, 1, 1), v128.shuffle<i32>(entry, entry, 2, 2, 2, 2));
  return v128.shuffle<i32>(v128.shuffle<i32>(below, before, 0, 4, 0, 0), f32x4.splat(0), 0, 1, 4, 4);
}

// The same for values behind its last entry.
// @ts-ignore: decorator
@inline
function lastOf(end: usize, below: v128): v128 {
  const most = f32x4.splat(load<f32>(end - ENTRY_BYTES, 4));
  return v128.shuffle<i32>(v128.shuffle<i32>(below, most, 0, 4, 0, 0), f32x4.splat(0), 0, 1, 4, 4);
}

// Stores an entry of these ranks and weight, and the value of another. Ranks must not fall, although rounding may have made
// them: `highest` are the ones before.
// @ts-ignore: decorator
@inline
function storeInOrder(at: usize, ranks: v128, valued: v128, highest: v128): v128 {
  let entry = f32x4.pmax(ranks, v128.shuffle<i32>(highest, f32x4.splat(0), 0, 1, 4, 4));
  const reach = upTo(entry); // lane 0; the highest rank is no lower
  entry = f32x4.pmax(entry, v128.shuffle<i32>(f32x4.splat(0), reach, 0, 4, 0, 0));
  v128.store(at, v128.shuffle<i32>(entry, valued, 0, 1, 2, 7));
  return entry;
}
