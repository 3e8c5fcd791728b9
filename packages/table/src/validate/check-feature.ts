import type { Fault } from '@clv/contracts';
import { isBlank } from '../cells/is-blank.js';
import { parseDate } from '../cells/parse-date.js';
import type { DecimalMark } from '../cells/parse-number.js';
import { cellFault } from './cell-fault.js';
import { checkNumbers } from './check-numbers.js';

/** The cells of a feature that are not of the kind which its column is. Text takes all. */
export function checkFeature(
  cells: ArrayLike<unknown>,
  column: string,
  decimal: DecimalMark,
  kind: 'number' | 'date' | 'blank' | undefined,
): Fault[] {
  if (kind === 'number') return checkNumbers(cells, column, decimal);
  return kind === 'date' ? checkDates(cells, column) : [];
}

function checkDates(cells: ArrayLike<unknown>, column: string): Fault[] {
  const faults: Fault[] = [];
  for (let i = 0; i < cells.length; i++) {
    if (Number.isNaN(parseDate(cells[i])) && !isBlank(cells[i])) {
      faults.push(cellFault('not-a-date', column, i, cells[i], 'is not a date'));
    }
  }
  return faults;
}
