import type { Fault } from '@clv/contracts';
import { isTrueOfSome } from '../cells/coded-cells.js';
import { hasNoText } from '../cells/has-no-text.js';
import { isBlank } from '../cells/is-blank.js';
import { isInvalidDate, parseDate } from '../cells/parse-date.js';
import type { DecimalMark } from '../cells/parse-number.js';
import { cellFault } from './cell-fault.js';
import { checkNumbers } from './check-numbers.js';

/** The cells of a feature that are not of the kind which its column is. Text takes all but a `Date` of no moment and objects. */
export function checkFeature(
  cells: ArrayLike<unknown>,
  column: string,
  decimal: DecimalMark,
  kind: 'number' | 'date' | 'blank' | undefined,
): Fault[] {
  if (kind === 'number') return checkNumbers(cells, column, decimal);
  if (kind === 'date') return checkDates(cells, column, isNoDate);
  return [...checkDates(cells, column, isInvalidDate), ...objectFaults(cells, column)];
}

/** The cells that no level can be made from. */
export function objectFaults(cells: ArrayLike<unknown>, column: string): Fault[] {
  if (!isTrueOfSome(cells, hasNoText)) return [];
  const faults: Fault[] = [];
  for (let i = 0; i < cells.length; i++)
    if (hasNoText(cells[i])) faults.push(cellFault('not-a-value', column, i, cells[i], objectsSay));
  return faults;
}

const objectsSay = 'is neither text, a number, a date nor true or false; give each of its parts a column';

const isNoDate = (cell: unknown) => Number.isNaN(parseDate(cell)) && !isBlank(cell);

function checkDates(
  cells: ArrayLike<unknown>,
  column: string,
  isFaulty: (cell: unknown) => boolean,
): Fault[] {
  if (!isTrueOfSome(cells, isFaulty)) return [];
  const faults: Fault[] = [];
  for (let i = 0; i < cells.length; i++)
    if (isFaulty(cells[i])) faults.push(cellFault('not-a-date', column, i, cells[i], 'is not a date'));
  return faults;
}
