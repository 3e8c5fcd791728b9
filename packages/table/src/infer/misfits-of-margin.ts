import { ofEachCell } from '../cells/coded-cells.js';
import { isBlank } from '../cells/is-blank.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { percent } from './percent.js';

/** What keeps a column that is named as a margin from being taken for one. */
export function misfitsOfMargin(cells: ArrayLike<unknown>, decimal: DecimalMark): string {
  const isEmpty = ofEachCell(cells, isBlank);
  const amountAt = ofEachCell(cells, (cell) => parseNumber(cell, decimal));
  let filled = 0;
  let negative = 0;
  let fitting = 0;
  for (let row = 0; row < cells.length; row++) {
    if (isEmpty(row)) continue;
    filled++;
    if (amountAt(row) < 0) negative++;
    if (amountAt(row) >= 0) fitting++;
  }
  const misfits = filled - fitting;
  const what = negative === misfits ? 'numbers below 0' : 'something other than numbers of at least 0';
  return `${what} in ${percent(misfits / filled)} of its filled cells: a margin is at least 0`;
}
