// Float32 values to codes, of one byte or two: the bin, which is how many cuts are not above the value, or for NaN the slot of
// missing values. Each code is kept twice: row-major in tiles, for histograms, and column-major, for partitioning.
import { codeBytes, columnBinsAt, columns, cuts, missingSlot, pivots, staging, tileBins, tileColumns, tileWidth, tiles, wideCodes } from './job';

// Bins `count` rows, staged from `stagedRow` on, as the matrix's rows from `row` on.
export function binRows(row: i32, stagedRow: i32, count: i32): void {
  for (let tile = 0; tile < tiles; tile++) {
    const width = tileWidth(tile);
    for (let place = 0; place < width; place++) {
      const column = tile * tileColumns + place;
      const values = staging + ((<usize>stagedRow * <usize>columns + <usize>column) << 2);
      const rowMajor = tileBins(tile, row) + <usize>place * codeBytes;
      if (wideCodes) binColumn<u16>(column, values, rowMajor, width, columnBinsAt(column, row), count);
      else binColumn<u8>(column, values, rowMajor, width, columnBinsAt(column, row), count);
    }
  }
}

function binColumn<Code>(column: i32, values: usize, rowMajor: usize, width: i32, columnMajor: usize, count: i32): void {
  const columnCuts = cuts + (<usize>column << 10);
  const columnPivots = pivots + (<usize>column << 6);
  const stride = <usize>columns << 2, rowStride = <usize>width * sizeof<Code>();
  const p0 = v128.load(columnPivots), p1 = v128.load(columnPivots, 16);
  const p2 = v128.load(columnPivots, 32), p3 = v128.load(columnPivots, 48);
  for (let i = 0; i < count; i++) {
    const value = load<f32>(values);
    const x = f32x4.splat(value);
    const bucket = notAbove(p0, p1, p2, p3, x);
    const near = columnCuts + (<usize>bucket << 6);
    const inBucket = notAbove(v128.load(near), v128.load(near, 16), v128.load(near, 32), v128.load(near, 48), x);
    const isMissing = value != value;
    const bin = bucket * 16 + inBucket;
    store<Code>(rowMajor, <Code>(isMissing ? <u32>missingSlot : bin));
    store<Code>(columnMajor, isMissing ? <Code>-1 : <Code>bin); // the largest code there is
    values += stride;
    rowMajor += rowStride;
    columnMajor += sizeof<Code>();
  }
}

// How many of 16 cuts are not above x.
// @ts-ignore: decorator
@inline
function notAbove(a: v128, b: v128, c: v128, d: v128, x: v128): u32 {
  const low = i16x8.narrow_i32x4_s(f32x4.le(a, x), f32x4.le(b, x));
  const high = i16x8.narrow_i32x4_s(f32x4.le(c, x), f32x4.le(d, x));
  return popcnt<u32>(i8x16.bitmask(i8x16.narrow_i16x8_s(low, high)));
}
