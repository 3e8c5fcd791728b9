// Trees of at most four levels are looked up, sixteen rows at a time, and not walked. Each value becomes a code of one byte first: how
// many of its column's cuts, which are the thresholds of all trees, are not above it. All fifteen tests of a tree are made of the
// codes, their outcomes number one of sixteen leaves, and its value is put together of four bytes from tables. That is four times
// the comparisons of a walk, of sixteen rows in one instruction each, and none of them waits for a load by a row's own address.
import { forest } from './forest';
import { allocate, allocated } from './memory';

export const GROUP_ROWS = 16;
const GROUP: usize = GROUP_ROWS;

@unmanaged
class ColumnCuts {
  first: u32; // address
  end: u32;
}
const COLUMN_BYTES: usize = 8;

// A tree: its tests, each of them how far into a group's codes the column's lie and the limit that they are to be less than. Test k is
// followed by test 2k + 1 where it fails, 2k + 2 where it holds. Then the leaves' values: the first bytes of all, the second bytes, …
const TEST_BYTES: usize = 8;
const LEAVES_AT: usize = 128;
const TREE_BYTES: usize = LEAVES_AT + 64;

// Codes are signed, as vectors compare them: the lowest is of values below all cuts.
const LOWEST = -128;

// Plans memory for a planned forest's lookup. Returns the bytes that memory must have then.
export function planLookup(cuts: u32): f64 {
  forest.cuts = allocate(<u64>forest.columns * COLUMN_BYTES + <u64>cuts * 4);
  forest.lookups = allocate(<u64>forest.treeCount * TREE_BYTES);
  return allocated();
}

export function forestCuts(): usize {
  return forest.cuts;
}

export function forestLookups(): usize {
  return forest.lookups;
}

// Adds all trees to the margins of GROUP_ROWS staged rows from `first` on.
export function lookUpRows(first: i32, codes: usize): void {
  encode(first, codes);
  addLeaves(codes, forest.output + (<usize>first << 2));
}

// Each column's codes twice: a missing value is the lowest of the first, and of the second higher than any limit.
function encode(row: i32, codes: usize): void {
  const columns = <usize>forest.columns, stride = columns << 2;
  for (let column: usize = 0; column < columns; column++) {
    const values = forest.rows + ((<usize>row * columns + column) << 2);
    const a = gather(values, stride), b = gather(values + 4 * stride, stride);
    const c = gather(values + 8 * stride, stride), d = gather(values + 12 * stride, stride);
    let ofA = i32x4.splat(LOWEST), ofB = ofA, ofC = ofA, ofD = ofA;
    const cuts = changetype<ColumnCuts>(forest.cuts + column * COLUMN_BYTES);
    for (let cut = cuts.first, end = cuts.end; cut < end; cut += 4) {
      const bound = v128.load32_splat(<usize>cut);
      ofA = i32x4.sub(ofA, f32x4.le(bound, a));
      ofB = i32x4.sub(ofB, f32x4.le(bound, b));
      ofC = i32x4.sub(ofC, f32x4.le(bound, c));
      ofD = i32x4.sub(ofD, f32x4.le(bound, d));
    }
    const code = bytesOf(ofA, ofB, ofC, ofD);
    const missing = bytesOf(f32x4.ne(a, a), f32x4.ne(b, b), f32x4.ne(c, c), f32x4.ne(d, d));
    v128.store(codes + 2 * GROUP * column, code);
    v128.store(codes + 2 * GROUP * column, v128.xor(code, missing), 16);
  }
}

// A column's values of four rows.
// @ts-ignore: decorator
@inline
function gather(from: usize, stride: usize): v128 {
  return f32x4(load<f32>(from), load<f32>(from + stride), load<f32>(from + 2 * stride), load<f32>(from + 3 * stride));
}

// @ts-ignore: decorator
@inline
function bytesOf(a: v128, b: v128, c: v128, d: v128): v128 {
  return i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
}

function addLeaves(codes: usize, margins: usize): void {
  let a = v128.load(margins), b = v128.load(margins, 16), c = v128.load(margins, 32), d = v128.load(margins, 48);
  const end = forest.lookups + <usize>forest.treeCount * TREE_BYTES;
  for (let tree = forest.lookups; tree < end; tree += TREE_BYTES) {
    const leaf = leavesOf(tree, codes);
    const first = i8x16.swizzle(v128.load(tree, LEAVES_AT), leaf), second = i8x16.swizzle(v128.load(tree, LEAVES_AT + 16), leaf);
    const third = i8x16.swizzle(v128.load(tree, LEAVES_AT + 32), leaf), fourth = i8x16.swizzle(v128.load(tree, LEAVES_AT + 48), leaf);
    const lower = i8x16.shuffle(first, second, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const lowerOfLast = i8x16.shuffle(first, second, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const upper = i8x16.shuffle(third, fourth, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const upperOfLast = i8x16.shuffle(third, fourth, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    a = f32x4.add(a, i16x8.shuffle(lower, upper, 0, 8, 1, 9, 2, 10, 3, 11));
    b = f32x4.add(b, i16x8.shuffle(lower, upper, 4, 12, 5, 13, 6, 14, 7, 15));
    c = f32x4.add(c, i16x8.shuffle(lowerOfLast, upperOfLast, 0, 8, 1, 9, 2, 10, 3, 11));
    d = f32x4.add(d, i16x8.shuffle(lowerOfLast, upperOfLast, 4, 12, 5, 13, 6, 14, 7, 15));
  }
  v128.store(margins, a);
  v128.store(margins, b, 16);
  v128.store(margins, c, 32);
  v128.store(margins, d, 48);
}

// The numbers of the leaves where sixteen rows end, of four bits: the outcomes on the way, the root's first.
// @ts-ignore: decorator
@inline
function leavesOf(tree: usize, codes: usize): v128 {
  const one = holds(tree, 0, codes);
  const two = chosen(one, holds(tree, 2, codes), holds(tree, 1, codes));
  const three = chosen(one,
    chosen(two, holds(tree, 6, codes), holds(tree, 5, codes)),
    chosen(two, holds(tree, 4, codes), holds(tree, 3, codes)));
  const four = chosen(one,
    chosen(two,
      chosen(three, holds(tree, 14, codes), holds(tree, 13, codes)),
      chosen(three, holds(tree, 12, codes), holds(tree, 11, codes))),
    chosen(two,
      chosen(three, holds(tree, 10, codes), holds(tree, 9, codes)),
      chosen(three, holds(tree, 8, codes), holds(tree, 7, codes))));
  return v128.or(
    v128.or(v128.and(one, i8x16.splat(8)), v128.and(two, i8x16.splat(4))),
    v128.or(v128.and(three, i8x16.splat(2)), v128.and(four, i8x16.splat(1))),
  );
}

// @ts-ignore: decorator
@inline
function holds(tree: usize, test: usize, codes: usize): v128 {
  const at = tree + test * TEST_BYTES;
  return i8x16.lt_s(v128.load(codes + <usize>load<u32>(at)), v128.load8_splat(at, 4));
}

// @ts-ignore: decorator
@inline
function chosen(outcome: v128, whereHolds: v128, whereFails: v128): v128 {
  return v128.bitselect(whereHolds, whereFails, outcome);
}
