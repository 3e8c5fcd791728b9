// Rows follow what the level above decided. A block's rows are listed by node as 16-bit ids inside the block, so a pass over a
// block stays in the second-level cache. Eight rows at a time: their bins make a mask, a table turns the mask into a
// shuffle, and both sides are stored without a branch.
import { blockLength, blockRows, blockStart, columnBinsAt, compressTable, margins, partitionScratch, rowIds, wideCodes } from './job';
import { LAST_SPLIT, LEAF, Range, SPLIT, SplitPlan, planAt, rangeAt, state } from './state';
import { thread } from './threads';

// A missing value's code is the largest there is, and one more is 0.
// @ts-ignore: decorator
@inline
function goesLeft<Code>(code: Code, shift: u32, limit: u32): bool {
  return <u32>(<Code>(<u32>code + shift)) <= limit;
}

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
  if (wideCodes) followWideCodes(block);
  else followByteCodes(block);
}

export function followByteCodes(block: i32): void {
  follow<u8>(block);
}

export function followWideCodes(block: i32): void {
  follow<u16>(block);
}

// @ts-ignore: decorator
@inline
function follow<Code>(block: i32): void {
  const depth = state.planDepth;
  for (let position = 0; position < state.plans; position++) {
    const plan = planAt(position);
    const range = rangeAt(depth, block, position);
    if (depth == 0) {
      range.begin = 0;
      range.count = <u16>blockLength(block);
      if (plan.kind == SPLIT) {
        partWholeBlock<Code>(block, plan);
        continue;
      }
      listWholeBlock(block);
    }
    if (plan.kind == SPLIT) partRange<Code>(block, depth, range, plan);
    else if (plan.kind == LEAF) addLeaf(block, range, plan.rightValue);
    else addLastSplit<Code>(block, range, plan);
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

function addLeaf(block: i32, range: Range, value: f32): void {
  const blockMargins = marginsOf(block);
  let id = firstId(block, range);
  const end = id + (<usize>range.count << 1);
  for (; id < end; id += 2) {
    const at = blockMargins + (<usize>load<u16>(id) << 2);
    store<f32>(at, load<f32>(at) + value);
  }
}

function addLastSplit<Code>(block: i32, range: Range, plan: SplitPlan): void {
  const blockMargins = marginsOf(block);
  const bins = columnBinsAt(plan.feature, blockStart(block));
  const values = changetype<usize>(plan) + offsetof<SplitPlan>('rightValue');
  const limit = plan.limit, shift = plan.shift;
  let id = firstId(block, range);
  const end = id + (<usize>range.count << 1);
  for (; id < end; id += 2) {
    const row = <usize>load<u16>(id);
    const at = blockMargins + (row << 2);
    const left = <usize>goesLeft<Code>(load<Code>(bins + row * sizeof<Code>()), shift, limit);
    store<f32>(at, load<f32>(at) + load<f32>(values + (left << 2)));
  }
}

let leftIds: usize = 0;
let rightIds: usize = 0;

// Parts eight ids, whose codes are in the low half of `codes` or fill it.
// @ts-ignore: decorator
@inline
function partEight<Code>(ids: v128, codes: v128, shift: v128, limit: v128): void {
  const mask = <usize>(v128.bitmask<Code>(v128.le<Code>(v128.add<Code>(codes, shift), limit)) & 255);
  const leftBytes = <usize>popcnt<u32>(<u32>mask) << 1;
  v128.store(leftIds, i8x16.swizzle(ids, v128.load(compressTable + (mask << 4))));
  v128.store(rightIds, i8x16.swizzle(ids, v128.load(compressTable + ((255 - mask) << 4))));
  leftIds += leftBytes;
  rightIds += 16 - leftBytes;
}

// @ts-ignore: decorator
@inline
function partOne<Code>(id: u32, code: Code, plan: SplitPlan): void {
  const leftBytes = <usize>goesLeft<Code>(code, plan.shift, plan.limit) << 1;
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

function partWholeBlock<Code>(block: i32, plan: SplitPlan): void {
  const begin = rowIds + (<usize>blockStart(block) << 1);
  const count = blockLength(block);
  const bins = columnBinsAt(plan.feature, blockStart(block));
  leftIds = begin;
  rightIds = scratch();
  const shift = v128.splat<Code>(<Code>plan.shift), limit = v128.splat<Code>(<Code>plan.limit);
  let ids = i16x8(0, 1, 2, 3, 4, 5, 6, 7);
  let row = 0;
  for (; row + 8 <= count; row += 8) {
    partEight<Code>(ids, eightCodes<Code>(bins + <usize>row * sizeof<Code>()), shift, limit);
    ids = i16x8.add(ids, i16x8.splat(8));
  }
  for (; row < count; row++) partOne<Code>(row, load<Code>(bins + <usize>row * sizeof<Code>()), plan);
  storeSides(block, 0, begin, 0, count, plan.pair);
}

function partRange<Code>(block: i32, depth: i32, range: Range, plan: SplitPlan): void {
  const begin = firstId(block, range);
  const end = begin + (<usize>range.count << 1);
  const bins = columnBinsAt(plan.feature, blockStart(block));
  leftIds = begin;
  rightIds = scratch();
  const shift = v128.splat<Code>(<Code>plan.shift), limit = v128.splat<Code>(<Code>plan.limit);
  let id = begin;
  for (; id + 16 <= end; id += 16) {
    const ids = v128.load(id);
    partEight<Code>(ids, gather<Code>(bins, ids), shift, limit);
  }
  for (; id < end; id += 2) {
    const row = <u32>load<u16>(id);
    partOne<Code>(row, load<Code>(bins + <usize>row * sizeof<Code>()), plan);
  }
  storeSides(block, depth, begin, range.begin, range.count, plan.pair);
}

// @ts-ignore: decorator
@inline
function eightCodes<Code>(at: usize): v128 {
  return sizeof<Code>() == 1 ? v128.load64_zero(at) : v128.load(at);
}

// @ts-ignore: decorator
@inline
function gather<Code>(codes: usize, ids: v128): v128 {
  let gathered = i8x16.splat(0);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 0) * sizeof<Code>(), gathered, 0);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 1) * sizeof<Code>(), gathered, 1);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 2) * sizeof<Code>(), gathered, 2);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 3) * sizeof<Code>(), gathered, 3);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 4) * sizeof<Code>(), gathered, 4);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 5) * sizeof<Code>(), gathered, 5);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 6) * sizeof<Code>(), gathered, 6);
  gathered = v128.load_lane<Code>(codes + <usize>i16x8.extract_lane_u(ids, 7) * sizeof<Code>(), gathered, 7);
  return gathered;
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
