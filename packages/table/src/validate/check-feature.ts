import type { Fault } from '@clv/contracts';
import { isTrueOfSome } from '../cells/coded-cells.js';
import { isBlank } from '../cells/is-blank.js';
import { isInvalidDate, parseDate } from '../cells/parse-date.js';
import type { DecimalMark } from '../cells/parse-number.js';
import { cellFault } from './cell-fault.js';
import { checkNumbers } from './check-numbers.js';

/** The cells of a feature that are not of the kind which its column is. Text takes all but a `Date` of no moment. */
export function checkFeature(
  cells: ArrayLike<unknown>,
  column: string,
  decimal: DecimalMark,
  kind: 'number' | 'date' | 'blank' | undefined,
): Fault[] {
  if (kind === 'number') return checkNumbers(cells, column, decimal);
  return checkDates(cells, column, kind === 'date' ? isNoDate : isInvalidDate);
}

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
