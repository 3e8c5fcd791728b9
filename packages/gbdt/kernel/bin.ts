// Float32 values to codes, of one byte or two: the bin, which is how many cuts are not above the value, or for NaN the largest
// code there is. They are kept by column, for partitioning; each tree deals those that it counts out by row.
import { columnBinsAt, columns, cuts, pivots, staging, wideCodes } from './job';

// Bins `count` rows, staged from `stagedRow` on, as the matrix's rows from `row` on.
export function binRows(row: i32, stagedRow: i32, count: i32): void {
  for (let column = 0; column < columns; column++) {
    const values = staging + ((<usize>stagedRow * <usize>columns + <usize>column) << 2);
    if (wideCodes) binColumn<u16>(column, values, columnBinsAt(column, row), count);
    else binColumn<u8>(column, values, columnBinsAt(column, row), count);
  }
}

function binColumn<Code>(column: i32, values: usize, codes: usize, count: i32): void {
  const columnCuts = cuts + (<usize>column << 10);
  const columnPivots = pivots + (<usize>column << 6);
  const stride = <usize>columns << 2;
  const p0 = v128.load(columnPivots), p1 = v128.load(columnPivots, 16);
  const p2 = v128.load(columnPivots, 32), p3 = v128.load(columnPivots, 48);
  for (let i = 0; i < count; i++) {
    const value = load<f32>(values);
    const x = f32x4.splat(value);
    const bucket = notAbove(p0, p1, p2, p3, x);
    const near = columnCuts + (<usize>bucket << 6);
    const inBucket = notAbove(v128.load(near), v128.load(near, 16), v128.load(near, 32), v128.load(near, 48), x);
    store<Code>(codes, value != value ? <Code>-1 : <Code>(bucket * 16 + inBucket));
    values += stride;
    codes += sizeof<Code>();
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
