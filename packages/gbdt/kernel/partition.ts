// Rows follow what the level above decided. A block's rows are listed by node as 16-bit ids inside the block, so a pass over a
// block stays in the second-level cache. Eight rows at a time: their bins make a mask, a table turns the mask into a
// shuffle, and both sides are stored without a branch.
import { blockLength, blockRows, blockStart, columnBinsAt, compressTable, margins, partitionScratch, rowIds } from './job';
import { LAST_SPLIT, LEAF, Range, SPLIT, SplitPlan, planAt, rangeAt, state } from './state';
import { thread } from './threads';

export function fillCompressTable(): void {
  for (let mask = 0; mask < 256; mask++) {
    let at = compressTable + (<usize>mask << 4);
    for (let lane = 0; lane < 8; lane++) {
      if (!((mask >> lane) & 1)) continue;
      store<u8>(at, <u8>(2 * lane));
      store<u8>(at, <u8>(2 * lane + 1), 1);
      at += 2;
    }
  }
}

// Carries out all pending plans on a block.
export function applyPlans(block: i32): void {
  const depth = state.planDepth;
  for (let position = 0; position < state.plans; position++) {
    const plan = planAt(position);
    const range = rangeAt(depth, block, position);
    if (depth == 0) {
      range.begin = 0;
      range.count = <u16>blockLength(block);
      if (plan.kind == SPLIT) {
        partWholeBlock(block, plan);
        continue;
      }
      listWholeBlock(block);
    }
    if (plan.kind == SPLIT) partRange(block, depth, range, plan);
    else if (plan.kind == LEAF) addLeaf(block, range, plan.rightValue);
    else addLastSplit(block, range, plan);
  }
}

function listWholeBlock(block: i32): void {
  const ids = rowIds + (<usize>blockStart(block) << 1);
  for (let i = 0; i < blockLength(block); i++) store<u16>(ids + (<usize>i << 1), i);
}

// @ts-ignore: decorator
@inline
function marginsOf(block: i32): usize {
  return margins + (<usize>blockStart(block) << 2);
}

// @ts-ignore: decorator
@inline
function firstId(block: i32, range: Range): usize {
  return rowIds + ((<usize>blockStart(block) + <usize>range.begin) << 1);
}

export function addLeaf(block: i32, range: Range, value: f32): void {
  const blockMargins = marginsOf(block);
  let id = firstId(block, range);
  const end = id + (<usize>range.count << 1);
  for (; id < end; id += 2) {
    const at = blockMargins + (<usize>load<u16>(id) << 2);
    store<f32>(at, load<f32>(at) + value);
  }
}

export function addLastSplit(block: i32, range: Range, plan: SplitPlan): void {
  const blockMargins = marginsOf(block);
  const bins = columnBinsAt(plan.feature, blockStart(block));
  const values = changetype<usize>(plan) + offsetof<SplitPlan>('rightValue');
  const limit = plan.limit, shift = plan.shift;
  let id = firstId(block, range);
  const end = id + (<usize>range.count << 1);
  for (; id < end; id += 2) {
    const row = <usize>load<u16>(id);
    const at = blockMargins + (row << 2);
    const left = <usize>(((<u32>load<u8>(bins + row) + shift) & 255) <= limit);
    store<f32>(at, load<f32>(at) + load<f32>(values + (left << 2)));
  }
}

let leftIds: usize = 0;
let rightIds: usize = 0;

// Parts eight ids whose bins are in the low half of `bins`.
// @ts-ignore: decorator
@inline
function partEight(ids: v128, bins: v128, shift: v128, limit: v128): void {
  const mask = <usize>(i8x16.bitmask(i8x16.le_u(i8x16.add(bins, shift), limit)) & 255);
  const leftBytes = <usize>popcnt<u32>(<u32>mask) << 1;
  v128.store(leftIds, i8x16.swizzle(ids, v128.load(compressTable + (mask << 4))));
  v128.store(rightIds, i8x16.swizzle(ids, v128.load(compressTable + ((255 - mask) << 4))));
  leftIds += leftBytes;
  rightIds += 16 - leftBytes;
}

// @ts-ignore: decorator
@inline
function partOne(id: u32, bin: u32, plan: SplitPlan): void {
  const leftBytes = (<usize>(((bin + plan.shift) & 255) <= plan.limit)) << 1;
  store<u16>(leftIds, id);
  store<u16>(rightIds, id);
  leftIds += leftBytes;
  rightIds += 2 - leftBytes;
}

// @ts-ignore: decorator
@inline
function scratch(): usize {
  return partitionScratch + <usize>thread * (<usize>blockRows * 2 + 128);
}

export function partWholeBlock(block: i32, plan: SplitPlan): void {
  const begin = rowIds + (<usize>blockStart(block) << 1);
  const count = blockLength(block);
  const bins = columnBinsAt(plan.feature, blockStart(block));
  leftIds = begin;
  rightIds = scratch();
  const shift = i8x16.splat(<i8>plan.shift), limit = i8x16.splat(<i8>plan.limit);
  let ids = i16x8(0, 1, 2, 3, 4, 5, 6, 7);
  let row = 0;
  for (; row + 8 <= count; row += 8) {
    partEight(ids, v128.load64_zero(bins + <usize>row), shift, limit);
    ids = i16x8.add(ids, i16x8.splat(8));
  }
  for (; row < count; row++) partOne(row, load<u8>(bins + <usize>row), plan);
  storeSides(block, 0, begin, 0, count, plan.pair);
}

export function partRange(block: i32, depth: i32, range: Range, plan: SplitPlan): void {
  const begin = firstId(block, range);
  const end = begin + (<usize>range.count << 1);
  const bins = columnBinsAt(plan.feature, blockStart(block));
  leftIds = begin;
  rightIds = scratch();
  const shift = i8x16.splat(<i8>plan.shift), limit = i8x16.splat(<i8>plan.limit);
  let id = begin;
  for (; id + 16 <= end; id += 16) {
    const ids = v128.load(id);
    partEight(ids, gatherBins(bins, ids), shift, limit);
  }
  for (; id < end; id += 2) {
    const row = <u32>load<u16>(id);
    partOne(row, load<u8>(bins + <usize>row), plan);
  }
  storeSides(block, depth, begin, range.begin, range.count, plan.pair);
}

// @ts-ignore: decorator
@inline
function gatherBins(bins: usize, ids: v128): v128 {
  let gathered = v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 0), i8x16.splat(0), 0);
  gathered = v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 1), gathered, 1);
  gathered = v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 2), gathered, 2);
  gathered = v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 3), gathered, 3);
  gathered = v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 4), gathered, 4);
  gathered = v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 5), gathered, 5);
  gathered = v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 6), gathered, 6);
  return v128.load8_lane(bins + <usize>i16x8.extract_lane_u(ids, 7), gathered, 7);
}

// The right side comes back behind the left; both children learn their ranges.
// @ts-ignore: decorator
@inline
function storeSides(block: i32, depth: i32, begin: usize, rangeBegin: u32, count: u32, pair: i32): void {
  memory.copy(leftIds, scratch(), rightIds - scratch());
  const leftCount = <u32>((leftIds - begin) >> 1);
  const left = rangeAt(depth + 1, block, 2 * pair), right = rangeAt(depth + 1, block, 2 * pair + 1);
  left.begin = <u16>rangeBegin;
  left.count = <u16>leftCount;
  right.begin = <u16>(rangeBegin + leftCount);
  right.count = <u16>(count - leftCount);
}
