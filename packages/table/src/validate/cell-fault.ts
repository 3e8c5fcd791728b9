import type { Fault } from '@clv/contracts';
import { quote } from '../cells/quote.js';

/** A fault of one cell: `row 17, price: "abc" is not a number`. `index` counts from 0, the fault's row from 1. */
export function cellFault(rule: string, column: string, index: number, value: unknown, is: string): Fault {
  const row = index + 1;
  return { rule, message: `row ${row}, ${column}: ${quote(value)} ${is}`, column, row, value };
}
