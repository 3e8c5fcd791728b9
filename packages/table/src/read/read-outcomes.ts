import { InvalidInputError } from '@clv/contracts';
import { areTypedNumbers } from '../cells/are-typed-numbers.js';
import { parseYesNo } from '../cells/parse-yes-no.js';
import { parseNumber } from '../cells/parse-number.js';
import { numberRules } from '../schema/number-rules.js';
import { readColumn, type TableLike } from '../table-like.js';
import { checkNumbers } from '../validate/check-numbers.js';
import { checkReadNumbers, type ReadNumbersOptions } from './read-numbers.js';

/**
 * What came of each row: a number, or 1 and 0 for yes and no; NaN where the cell is blank, and it is not known.
 *
 * @throws UnknownColumnError where the table has no such column.
 * @throws InvalidInputError with every cell that is neither blank, a finite number, yes nor no; InvalidOptionError for an
 *   option at fault.
 */
export function readOutcomes(
  table: TableLike,
  column: string,
  options: ReadNumbersOptions = {},
): Float64Array {
  checkReadNumbers(options);
  const { decimal = '.' } = options;
  const cells = readColumn(table, column);
  const faults = checkNumbers(cells, column, decimal, numberRules.get('outcome'));
  if (faults.length > 0) throw new InvalidInputError(faults);
  if (areTypedNumbers(cells)) return new Float64Array(cells);
  const outcomes = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const number = parseNumber(cells[row], decimal);
    outcomes[row] = Number.isNaN(number) ? numberOf(cells[row]) : number;
  }
  return outcomes;
}

function numberOf(cell: unknown): number {
  const label = parseYesNo(cell)!;
  return label < 0 ? NaN : label;
}
