// Rows of columns, printed as lines of a CSV. All addresses are in bytes.
import { forget } from './again';
import { printNumber } from './number';
import { copy, printWhole } from './whole';

// What a column holds, one cell a row.
const NUMBERS: i32 = 0; // float64; NaN is missing
const WHOLE: i32 = 1; // int32
const CODES: i32 = 2; // uint8, each the place of its text among texts; else the texts are one a row

const COLUMN: usize = 16;
const COMMA: u8 = 0x2c, LINE_FEED: u8 = 0x0a;

// The end of what is used before the heap, where the host may write.
export function heapBase(): usize {
  return __heap_base;
}

// Each column is four addresses of 32 bits: what it holds, its cells, where among its texts each ends (int32), its texts. A line
// may write up to 8 bytes beyond its end. Returns where the lines end.
export function printRows(columns: usize, count: i32, rows: i32, powers: usize, out: usize): usize {
  forget();
  for (let row = 0; row < rows; row++) {
    out = printRow(columns, count, row, powers, out);
    store<u8>(out++, LINE_FEED);
  }
  return out;
}

// The same without an end of line; where among them each row's text ends is stored at `ends`.
export function printTexts(columns: usize, count: i32, rows: i32, powers: usize, out: usize, ends: usize): usize {
  forget();
  const start = out;
  for (let row = 0; row < rows; row++) {
    out = printRow(columns, count, row, powers, out);
    store<u32>(ends + ((<usize>row) << 2), <u32>(out - start));
  }
  return out;
}

// @ts-ignore: decorator
@inline
function printRow(columns: usize, count: i32, row: i32, powers: usize, out: usize): usize {
  const last = columns + COLUMN * <usize>count;
  for (let column = columns; column < last; column += COLUMN) {
    const cells = <usize>load<u32>(column, 4);
    const kind = load<i32>(column);
    if (kind == NUMBERS) {
      const value = load<f64>(cells + ((<usize>row) << 3));
      if (value == value) out = printNumber(value, powers, out);
    } else if (kind == WHOLE) {
      out = printWhole(load<i32>(cells + ((<usize>row) << 2)), out);
    } else {
      const text = kind == CODES ? <i32>load<u8>(cells + row) : row;
      const ends = <usize>load<u32>(column, 8) + ((<usize>text) << 2);
      const start = text == 0 ? 0 : <usize>load<u32>(ends - 4);
      out = copy(<usize>load<u32>(column, 12) + start, <usize>load<u32>(ends) - start, out);
    }
    store<u8>(out++, COMMA);
  }
  return out - 1;
}
