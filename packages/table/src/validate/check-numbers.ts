import type { Fault } from '@clv/contracts';
import { areTypedNumbers } from '../cells/are-typed-numbers.js';
import { isBlank } from '../cells/is-blank.js';
import { parseDate } from '../cells/parse-date.js';
import { parseYesNo } from '../cells/parse-yes-no.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import type { NumberRule } from '../schema/number-rules.js';
import { cellFault } from './cell-fault.js';
import { notANumber } from './not-a-number.js';

/** The largest float32, which features are. */
export const largestFeature = 3.4028234663852886e38;

/** Every cell of a column that is neither blank nor a number within the rule. */
export function checkNumbers(
  cells: ArrayLike<unknown>,
  column: string,
  decimal: DecimalMark,
  { least = -Infinity, most = Infinity, orLabel = false }: NumberRule = {},
): Fault[] {
  if (
    areTypedNumbers(cells) &&
    areWithin(cells, Math.max(least, -largestFeature), Math.min(most, largestFeature))
  )
    return [];
  const faults: Fault[] = [];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const number = parseNumber(cell, decimal);
    if (number >= least && number <= most && Math.abs(number) <= largestFeature) continue;
    if (Number.isNaN(number)) {
      if (isBlank(cell) || (orLabel && parseYesNo(cell) !== undefined)) continue;
      faults.push(
        cellFault('not-a-number', column, i, cell, orLabel ? noOutcome(cell) : notANumber(cell, decimal)),
      );
    } else if (Math.abs(number) === Infinity) {
      faults.push(cellFault('not-finite', column, i, cell, 'is not finite'));
    } else if (Math.abs(number) > largestFeature) {
      faults.push(cellFault('too-large', column, i, cell, `is beyond ${largestFeature}`));
    } else if (most === Infinity) {
      faults.push(cellFault('negative', column, i, cell, 'is negative'));
    } else {
      faults.push(cellFault('out-of-range', column, i, cell, `is outside [${least}, ${most}]`));
    }
  }
  return faults;
}

const noOutcome = (cell: unknown) =>
  Number.isNaN(parseDate(cell))
    ? 'is neither a number nor yes or no; leave the cell blank where the outcome is not known'
    : 'is a date, not an outcome: write 1 or 0 for what had happened by one day, the same for all customers';

/** Whether numbers all lie in a range or are blank: most columns do, and then no cell needs a closer look. */
function areWithin(numbers: ArrayLike<number>, least: number, most: number): boolean {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] < least || numbers[i] > most) return false;
  return true;
}
