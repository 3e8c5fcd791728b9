// A tree counts only the columns that it may split on. Their codes are dealt out from where they lie by column to tiles by row,
// a block at a time while it is in the cache: for each tree where trees see different columns, else for the first.
import {
  blockLength, blockStart, columnBinsAt, columns, missingSlot, tileBins, tileColumns, tileWidth, tiles, treeColumns, treeFeatures,
  wideCodes,
} from './job';
import { state } from './state';

export function dealBlock(block: i32): void {
  if (treeColumns == columns && state.round > 0) return;
  for (let tile = 0; tile < tiles; tile++)
    if (wideCodes) dealWideCodes(block, tile);
    else dealByteCodes(block, tile);
}

// Exported from the module for V8's sake: see `countByteCodes`.
export function dealByteCodes(block: i32, tile: i32): void {
  deal<u8>(block, tile);
}

export function dealWideCodes(block: i32, tile: i32): void {
  deal<u16>(block, tile);
}

// @ts-ignore: decorator
@inline
function deal<Code>(block: i32, tile: i32): void {
  const width = tileWidth(tile), rows = blockLength(block);
  const stride = <usize>width * sizeof<Code>();
  const to = tileBins(tile, blockStart(block));
  let place = 0;
  for (; place + 4 <= width; place += 4) {
    const a = codesOf(block, tile, place), b = codesOf(block, tile, place + 1);
    const c = codesOf(block, tile, place + 2), d = codesOf(block, tile, place + 3);
    dealFour<Code>(a, b, c, d, rows, to + <usize>place * sizeof<Code>(), stride);
  }
  for (; place < width; place++) dealOne<Code>(codesOf(block, tile, place), 0, rows, to + <usize>place * sizeof<Code>(), stride);
}

// Where the codes of a tile's column lie, at a block's first row.
// @ts-ignore: decorator
@inline
function codesOf(block: i32, tile: i32, place: i32): usize {
  return columnBinsAt(load<i32>(treeFeatures + (<usize>(tile * tileColumns + place) << 2)), blockStart(block));
}

// @ts-ignore: decorator
@inline
function dealOne<Code>(from: usize, first: i32, rows: i32, to: usize, stride: usize): void {
  for (let row = <usize>first; row < <usize>rows; row++)
    store<Code>(to + row * stride, slotOf<Code>(load<Code>(from + row * sizeof<Code>())));
}

// A vector of codes of each of four columns, interleaved, so that one store takes a row's four.
// @ts-ignore: decorator
@inline
function dealFour<Code>(a: usize, b: usize, c: usize, d: usize, rows: i32, to: usize, stride: usize): void {
  const abreast = 16 / <i32>sizeof<Code>();
  let row = 0, at = to;
  for (; row + abreast <= rows; row += abreast) {
    const offset = <usize>row * sizeof<Code>();
    at = storeRows<Code>(
      slotsOf<Code>(v128.load(a + offset)), slotsOf<Code>(v128.load(b + offset)),
      slotsOf<Code>(v128.load(c + offset)), slotsOf<Code>(v128.load(d + offset)),
      at, stride,
    );
  }
  dealOne<Code>(a, row, rows, to, stride);
  dealOne<Code>(b, row, rows, to + sizeof<Code>(), stride);
  dealOne<Code>(c, row, rows, to + 2 * sizeof<Code>(), stride);
  dealOne<Code>(d, row, rows, to + 3 * sizeof<Code>(), stride);
}

// Returns where the next row goes.
// @ts-ignore: decorator
@inline
function storeRows<Code>(a: v128, b: v128, c: v128, d: v128, at: usize, stride: usize): usize {
  if (sizeof<Code>() == 1) {
    const ab = lowBytes(a, b), cd = lowBytes(c, d), highAb = highBytes(a, b), highCd = highBytes(c, d);
    at = storeFourRows(lowPairs(ab, cd), at, stride);
    at = storeFourRows(highPairs(ab, cd), at, stride);
    at = storeFourRows(lowPairs(highAb, highCd), at, stride);
    return storeFourRows(highPairs(highAb, highCd), at, stride);
  }
  const ab = lowPairs(a, b), cd = lowPairs(c, d), highAb = highPairs(a, b), highCd = highPairs(c, d);
  at = storeTwoRows(v128.shuffle<i32>(ab, cd, 0, 4, 1, 5), at, stride);
  at = storeTwoRows(v128.shuffle<i32>(ab, cd, 2, 6, 3, 7), at, stride);
  at = storeTwoRows(v128.shuffle<i32>(highAb, highCd, 0, 4, 1, 5), at, stride);
  return storeTwoRows(v128.shuffle<i32>(highAb, highCd, 2, 6, 3, 7), at, stride);
}

// @ts-ignore: decorator
@inline
function lowBytes(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

// @ts-ignore: decorator
@inline
function highBytes(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

// @ts-ignore: decorator
@inline
function lowPairs(a: v128, b: v128): v128 {
  return v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

// @ts-ignore: decorator
@inline
function highPairs(a: v128, b: v128): v128 {
  return v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

// @ts-ignore: decorator
@inline
function storeFourRows(rows: v128, at: usize, stride: usize): usize {
  v128.store_lane<i32>(at, rows, 0);
  v128.store_lane<i32>(at + stride, rows, 1);
  v128.store_lane<i32>(at + 2 * stride, rows, 2);
  v128.store_lane<i32>(at + 3 * stride, rows, 3);
  return at + 4 * stride;
}

// @ts-ignore: decorator
@inline
function storeTwoRows(rows: v128, at: usize, stride: usize): usize {
  v128.store_lane<i64>(at, rows, 0);
  v128.store_lane<i64>(at + stride, rows, 1);
  return at + 2 * stride;
}

// Where a histogram counts a code: a missing value, whose code is the largest there is, comes right behind the bins.
// @ts-ignore: decorator
@inline
function slotOf<Code>(code: Code): Code {
  return sizeof<Code>() == 1 ? code : min<Code>(code, <Code>missingSlot);
}

// @ts-ignore: decorator
@inline
function slotsOf<Code>(codes: v128): v128 {
  return sizeof<Code>() == 1 ? codes : i16x8.min_u(codes, i16x8.splat(<i16>missingSlot));
}
