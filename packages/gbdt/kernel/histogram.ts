// Histograms of gradients over bins. A bin is two 64-bit sums in one vector, so one integer addition counts a row for a
// feature. Kernels are unrolled for each width of a tile, and for codes (a row's bin of a column) of one byte and of two.
import {
  BIN_BYTES, blockLength, blockStart, featureBytes, gradients, rowIds, slots, tileBins, tileColumns, tileWidth,
} from './job';
import { LINE, ahead, aheadEnd, leaveAhead, sumOfRead } from './read-ahead';
import { Range } from './state';

// A row's gradient and hessian, as a bin adds them.
// @ts-ignore: decorator
@inline
function gradientOf(blockGradients: usize, row: usize): v128 {
  return i64x2.extend_low_i32x4_s(v128.load64_zero(blockGradients + (row << 3)));
}

// @ts-ignore: decorator
@inline
function countRow<Code>(width: i32, codes: usize, histogram: usize, value: v128): void {
  let at = histogram + <usize>load<Code>(codes) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at), value));
  if (width < 2) return;
  at = histogram + <usize>load<Code>(codes, 1 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 1 * slots<Code>() * BIN_BYTES), value), 1 * slots<Code>() * BIN_BYTES);
  if (width < 3) return;
  at = histogram + <usize>load<Code>(codes, 2 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 2 * slots<Code>() * BIN_BYTES), value), 2 * slots<Code>() * BIN_BYTES);
  if (width < 4) return;
  at = histogram + <usize>load<Code>(codes, 3 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 3 * slots<Code>() * BIN_BYTES), value), 3 * slots<Code>() * BIN_BYTES);
  if (width < 5) return;
  at = histogram + <usize>load<Code>(codes, 4 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 4 * slots<Code>() * BIN_BYTES), value), 4 * slots<Code>() * BIN_BYTES);
  if (width < 6) return;
  at = histogram + <usize>load<Code>(codes, 5 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 5 * slots<Code>() * BIN_BYTES), value), 5 * slots<Code>() * BIN_BYTES);
  if (width < 7) return;
  at = histogram + <usize>load<Code>(codes, 6 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 6 * slots<Code>() * BIN_BYTES), value), 6 * slots<Code>() * BIN_BYTES);
  if (width < 8) return;
  at = histogram + <usize>load<Code>(codes, 7 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 7 * slots<Code>() * BIN_BYTES), value), 7 * slots<Code>() * BIN_BYTES);
  if (width < 9) return;
  at = histogram + <usize>load<Code>(codes, 8 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 8 * slots<Code>() * BIN_BYTES), value), 8 * slots<Code>() * BIN_BYTES);
  if (width < 10) return;
  at = histogram + <usize>load<Code>(codes, 9 * sizeof<Code>()) * BIN_BYTES;
  v128.store(at, i64x2.add(v128.load(at, 9 * slots<Code>() * BIN_BYTES), value), 9 * slots<Code>() * BIN_BYTES);
}

// @ts-ignore: decorator
@inline
function countListed<Code>(width: i32, id: usize, end: usize, blockGradients: usize, bins: usize, histogram: usize): void {
  let next = ahead, sum = sumOfRead;
  for (; id + 4 <= end; id += 4) {
    sum += load<i64>(next);
    next = min(next + LINE, aheadEnd);
    const row = <usize>load<u16>(id), next = <usize>load<u16>(id, 2);
    const value = gradientOf(blockGradients, row), nextValue = gradientOf(blockGradients, next);
    countRow<Code>(width, bins + row * width * sizeof<Code>(), histogram, value);
    countRow<Code>(width, bins + next * width * sizeof<Code>(), histogram, nextValue);
  }
  if (id < end) {
    const row = <usize>load<u16>(id);
    countRow<Code>(width, bins + row * width * sizeof<Code>(), histogram, gradientOf(blockGradients, row));
  }
  leaveAhead(next, sum);
}

// @ts-ignore: decorator
@inline
function countAll<Code>(width: i32, rows: usize, blockGradients: usize, bins: usize, histogram: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    countRow<Code>(width, bins, histogram, gradientOf(blockGradients, row));
    bins += width * sizeof<Code>();
  }
}

// Rows [id, end) of a list, in a tile of `width` columns.
export function countListedRows<Code>(width: i32, id: usize, end: usize, g: usize, bins: usize, histogram: usize): void {
  switch (width) {
    case 1: return countListed<Code>(1, id, end, g, bins, histogram);
    case 2: return countListed<Code>(2, id, end, g, bins, histogram);
    case 3: return countListed<Code>(3, id, end, g, bins, histogram);
    case 4: return countListed<Code>(4, id, end, g, bins, histogram);
    case 5: return countListed<Code>(5, id, end, g, bins, histogram);
    case 6: return countListed<Code>(6, id, end, g, bins, histogram);
    case 7: return countListed<Code>(7, id, end, g, bins, histogram);
    case 8: return countListed<Code>(8, id, end, g, bins, histogram);
    case 9: return countListed<Code>(9, id, end, g, bins, histogram);
    default: return countListed<Code>(10, id, end, g, bins, histogram);
  }
}

// All of a block's rows, in a tile of `width` columns.
export function countAllRows<Code>(width: i32, rows: usize, g: usize, bins: usize, histogram: usize): void {
  switch (width) {
    case 1: return countAll<Code>(1, rows, g, bins, histogram);
    case 2: return countAll<Code>(2, rows, g, bins, histogram);
    case 3: return countAll<Code>(3, rows, g, bins, histogram);
    case 4: return countAll<Code>(4, rows, g, bins, histogram);
    case 5: return countAll<Code>(5, rows, g, bins, histogram);
    case 6: return countAll<Code>(6, rows, g, bins, histogram);
    case 7: return countAll<Code>(7, rows, g, bins, histogram);
    case 8: return countAll<Code>(8, rows, g, bins, histogram);
    case 9: return countAll<Code>(9, rows, g, bins, histogram);
    default: return countAll<Code>(10, rows, g, bins, histogram);
  }
}

// Adds a tile's rows of one node and block to its histogram; at the root, all of the block's rows.
export function histogramOfNode<Code>(block: i32, tile: i32, isRoot: bool, range: Range, histogram: usize): void {
  const row = blockStart(block);
  const width = tileWidth(tile);
  const blockGradients = gradients + (<usize>row << 3);
  const bins = tileBins(tile, row);
  const target = histogram + <usize>(tile * tileColumns) * featureBytes;
  if (isRoot) return countAllRows<Code>(width, <usize>blockLength(block), blockGradients, bins, target);
  const id = rowIds + ((<usize>row + <usize>range.begin) << 1);
  countListedRows<Code>(width, id, id + (<usize>range.count << 1), blockGradients, bins, target);
}

// One feature's histogram: target += source.
export function addHistogram(target: usize, source: usize): void {
  for (let i: usize = 0; i < featureBytes; i += 16)
    v128.store(target + i, i64x2.add(v128.load(target + i), v128.load(source + i)));
}

// One feature's histogram: target = whole - part.
export function subtractHistogram(target: usize, whole: usize, part: usize): void {
  for (let i: usize = 0; i < featureBytes; i += 16)
    v128.store(target + i, i64x2.sub(v128.load(whole + i), v128.load(part + i)));
}
