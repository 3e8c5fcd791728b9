import { sortNumbers } from '@clv/contracts';

/** How many rows are the same as another in every column, and how many different ones there are. */
export function countAlike(
  columns: readonly ArrayLike<unknown>[],
  rows: number,
): { alike: number; kinds: number } {
  const rising = sortNumbers(marksOf(columns, rows));
  let [alike, kinds] = [0, 0];
  for (let from = 0, to = 0; from < rising.length; from = to) {
    while (to < rising.length && rising[to] === rising[from]) to++;
    kinds++;
    if (to - from > 1) alike += to - from;
  }
  return { alike, kinds };
}

/** A number of 53 bits a row, which hardly any two share that are not the same in every column. */
function marksOf(columns: readonly ArrayLike<unknown>[], rows: number): Float64Array<ArrayBuffer> {
  const [high, low] = [new Int32Array(rows), new Int32Array(rows)];
  const number = new Float64Array(1);
  const bits = new Int32Array(number.buffer);
  for (const cells of columns) {
    const numbers = numbersFor(cells);
    for (let row = 0; row < rows; row++) {
      number[0] = numbers[row];
      high[row] = Math.imul(Math.imul(high[row] ^ bits[0], 0x01000193) ^ bits[1], 0x85ebca6b);
      low[row] =
        Math.imul(Math.imul(low[row] ^ bits[1], 0xc2b2ae35) ^ bits[0], 0x27d4eb2f) ^ (low[row] >>> 15);
    }
  }
  const marks = new Float64Array(rows);
  for (let row = 0; row < rows; row++) marks[row] = (high[row] >>> 0) * 2 ** 21 + (low[row] >>> 11);
  return marks;
}

/** A column of numbers as it is, of others the place that each cell has among those met. */
function numbersFor(cells: ArrayLike<unknown>): Float64Array {
  if (cells instanceof Float64Array) return cells;
  const numbers = new Float64Array(cells.length);
  const places = new Map<unknown, number>();
  for (let row = 0; row < numbers.length; row++) {
    const cell = cells[row];
    const key = cell instanceof Date ? cell.getTime() : cell;
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = places.size));
    numbers[row] = place;
  }
  return numbers;
}
