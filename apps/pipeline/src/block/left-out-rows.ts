import { type Block, type Cells, CodedText } from './block.js';
import { takeRows } from './take-rows.js';
import { PackedText } from './texts/packed-text.js';

/** The rows of a span that are not left out, as runs of rows: from, and up to but without. */
export type Runs = (first: number, rows: number) => Generator<[from: number, to: number]>;

/**
 * Finds which rows are not left out, span after span.
 *
 * @param leftOut rows counted from 0, ascending.
 */
export function runsWithout(leftOut: Int32Array): Runs {
  let next = 0;
  return function* (first, rows) {
    let from = 0;
    for (; leftOut[next] < first + rows; next++) {
      const row = leftOut[next] - first;
      if (row > from) yield [from, row];
      from = row + 1;
    }
    if (rows > from) yield [from, rows];
  };
}

/** The numbers, among all rows, of rows that are counted without those left out; all ascend and count from 0. */
export function amongAll(rows: ArrayLike<number>, leftOut: Int32Array): Int32Array {
  let before = 0;
  return Int32Array.from(rows, (row) => {
    while (leftOut[before] <= row + before) before++;
    return row + before;
  });
}

/**
 * Blocks with a row for each of a table's, made of blocks that have none for those left out; rows at the end may be
 * missing.
 *
 * @param kept the column that is 0 where a row is left out; of the others it says what it said before, or 1.
 */
export function* withLeftOut(blocks: Iterable<Block>, leftOut: Int32Array, kept: string): Generator<Block> {
  let row = 0;
  let next = 0;
  for (const { rows, columns } of blocks) {
    const from: number[] = [];
    const inserted: number[] = [];
    for (let i = 0; i < rows; row++)
      if (leftOut[next] === row) {
        next++;
        inserted.push(from.length);
        // Which row stands there does not matter, as nobody reads it.
        from.push(0);
      } else from.push(i++);
    const places = Int32Array.from(from);
    const wide = Object.entries(columns).map(([name, cells]) => [name, takeCells(cells, places)]);
    const isKept = takeRows((columns[kept] as ArrayLike<number>) ?? new Int32Array(rows).fill(1), places);
    const marks = Int32Array.from(isKept);
    for (const place of inserted) marks[place] = 0;
    yield { rows: places.length, columns: { ...Object.fromEntries(wide), [kept]: marks } };
  }
}

function takeCells(cells: Cells, rows: Int32Array): Cells {
  return cells instanceof CodedText || cells instanceof PackedText ? cells.take(rows) : takeRows(cells, rows);
}
