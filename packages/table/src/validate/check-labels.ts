import type { Fault } from '@clv/contracts';
import { isTrueOfSome } from '../cells/coded-cells.js';
import { remembered } from '../cells/remembered.js';
import { parseLabel } from '../cells/parse-label.js';
import { englishPairs } from '../cells/parse-yes-no.js';
import { quote } from '../cells/quote.js';
import { cellFault } from './cell-fault.js';

const listed = 8;

/** Every cell of a label column that is neither blank, yes nor no; each message lists the values the column holds. */
export function checkLabels(cells: ArrayLike<unknown>, column: string): Fault[] {
  const isNoLabel = remembered((cell) => parseLabel(cell) === undefined);
  if (!isTrueOfSome(cells, isNoLabel)) return [];
  const faulty: number[] = [];
  for (let i = 0; i < cells.length; i++) if (isNoLabel(cells[i])) faulty.push(i);
  const why = `is not a label: ${column} holds ${listValues([...new Set(Array.from(cells))])}; a label is ${spellings}, and blank for a current customer`;
  return faulty.map((i) => cellFault('not-a-label', column, i, cells[i], why));
}

/** How labels are written. */
export const spellings = `${englishPairs.map((pair) => pair.join('/')).join(', ')} or churned/active`;

/** The first values of a column that are not blank. */
export function listValues(values: readonly unknown[]): string {
  const told = values.filter((value) => parseLabel(value) !== -1).map(quote);
  const rest = told.length - listed;
  return rest > 0 ? `${told.slice(0, listed).join(', ')} and ${rest} more` : told.join(', ');
}
