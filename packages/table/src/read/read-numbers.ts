import { checkArgument, InvalidInputError, shapes, type Fault } from '@clv/contracts';
import { isBlank } from '../cells/is-blank.js';
import { areTypedNumbers } from '../cells/are-typed-numbers.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { readColumn, type TableLike } from '../table-like.js';
import { cellFault } from '../validate/cell-fault.js';
import { notANumber } from '../validate/not-a-number.js';

/** How the text of a column is read. */
export interface ReadNumbersOptions {
  /** The mark before the decimals of numbers written as text (default '.'). */
  decimal?: DecimalMark;
}

const optionsShape = shapes.record({}, { decimal: shapes.exactly('.', ',') });

/** @throws InvalidOptionError for another mark. A schema, which has more fields, may stand for the options. */
export function checkReadNumbers(given: ReadNumbersOptions): void {
  checkArgument('options', given, optionsShape);
}

/**
 * A column as numbers; NaN is blank.
 *
 * @throws UnknownColumnError where the table has no such column.
 * @throws InvalidInputError with every cell that is neither blank nor a number; InvalidOptionError for an option at fault.
 */
export function readNumbers(
  table: TableLike,
  column: string,
  options: ReadNumbersOptions = {},
): Float64Array {
  checkReadNumbers(options);
  const { decimal = '.' } = options;
  const cells = readColumn(table, column);
  if (areTypedNumbers(cells)) return new Float64Array(cells);
  const numbers = new Float64Array(cells.length);
  const faults: Fault[] = [];
  for (let i = 0; i < cells.length; i++) {
    numbers[i] = parseNumber(cells[i], decimal);
    if (Number.isNaN(numbers[i]) && !isBlank(cells[i])) {
      faults.push(cellFault('not-a-number', column, i, cells[i], notANumber(cells[i], decimal)));
    }
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
  return numbers;
}
