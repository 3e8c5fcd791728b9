import { sortNumbers, type Fault } from '@clv/contracts';
import { cellText } from '../cells/cell-text.js';
import { cellFault } from './cell-fault.js';

/** Ids that are blank, or that also occur in an earlier row. */
export function checkIds(cells: ArrayLike<unknown>, column: string): Fault[] {
  if (doRise(cells) || areNamesAllDifferent(cells)) return [];
  const faults: Fault[] = [];
  const firstRow = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    const id = cellText(cells[i]);
    const first = firstRow.get(id);
    if (id === '') faults.push(blankId(column, i, cells[i]));
    else if (first) faults.push(cellFault('duplicate-id', column, i, cells[i], `stands in row ${first} too`));
    else firstRow.set(id, i + 1);
  }
  return faults;
}

function blankId(column: string, index: number, value: unknown): Fault {
  const row = index + 1;
  const message = `row ${row}, ${column}: the id is blank; name the customer, or remove the row`;
  return { rule: 'blank-id', message, column, row, value };
}

/** Whether each id comes after the one before, as ids that are counted up do: then all are different. */
function doRise(cells: ArrayLike<unknown>): boolean {
  let before = '';
  for (const cell of inTurn(cells)) {
    const id = cellText(cell);
    if (id <= before) return false;
    before = id;
  }
  return true;
}

/**
 * Most columns of ids are sound, which is seen sooner than where each id stands. Of each only a number of 53 bits is looked
 * at, which different ids hardly ever share; where two do, they may all the same be different.
 */
function areNamesAllDifferent(cells: ArrayLike<unknown>): boolean {
  const marks = new Float64Array(cells.length);
  let row = 0;
  for (const cell of inTurn(cells)) {
    const id = cellText(cell);
    if (id === '') return false;
    marks[row++] = markOf(id);
  }
  const rising = sortNumbers(marks);
  for (let i = 1; i < rising.length; i++) if (rising[i] === rising[i - 1]) return false;
  return true;
}

/** A column that makes its cells as they are read may have a quicker way to make all of them. */
const inTurn = (cells: ArrayLike<unknown>): Iterable<unknown> =>
  Symbol.iterator in cells ? (cells as Iterable<unknown> & ArrayLike<unknown>) : Array.from(cells);

/** Two hashes of a text side by side: 32 bits of FNV-1a, and 21 of a multiplicative one. */
function markOf(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
