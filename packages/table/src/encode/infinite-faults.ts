import type { Fault } from '@clv/contracts';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { quote } from '../cells/quote.js';
import { readColumn, type TableLike } from '../table-like.js';
import { largestFeature } from '../validate/check-numbers.js';
import type { FittedTable } from './encode-features.js';

/**
 * Of each column that is encoded as numbers, the first cell, typed or text, that is infinite or beyond float32, which features
 * are: nothing can be learnt from it.
 */
export function infiniteFaults(table: TableLike, { encoding, unseen }: FittedTable): Fault[] {
  return encoding.columns.flatMap(({ column, kind }): Fault[] => {
    if (kind !== 'number' || !Object.hasOwn(unseen, column)) return [];
    const cells = readColumn(table, column);
    const row = firstInfinite(cells, encoding.decimal);
    if (row === undefined) return [];
    return [faultOf(column, row + 1, cells[row], encoding.decimal)];
  });
}

function firstInfinite(cells: ArrayLike<unknown>, decimal: DecimalMark): number | undefined {
  for (let row = 0; row < cells.length; row++)
    if (Math.abs(Math.fround(parseNumber(cells[row], decimal))) === Infinity) return row;
  return undefined;
}

function faultOf(column: string, row: number, value: unknown, decimal: DecimalMark): Fault {
  const where = `row ${row}, ${column}: `;
  if (Math.abs(parseNumber(value, decimal)) === Infinity) {
    const message = `${where}features must be finite or blank: ${quote(value)}`;
    return { rule: 'not-finite', message, column, row, value };
  }
  const message = `${where}${quote(value)} is beyond ${largestFeature}, the most that a feature can be`;
  return { rule: 'too-large', message, column, row, value };
}
