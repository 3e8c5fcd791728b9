import type { Fault } from '@clv/contracts';
import { cellText } from '../cells/cell-text.js';
import { cellFault } from './cell-fault.js';

/** How spreadsheets begin the row that sums up the others, in the languages in which roles are known. */
const total =
  /^((grand )?totals?|sum|(gesamt)?summe|gesamt|insgesamt|total g[eé]n[eé]ral|total geral|somme|suma|soma)\s*:?$/i;

/** The last row of a table, where its id says that it is the sum of the others: as a customer it would outweigh them all. */
export function checkSummaryRow(ids: ArrayLike<unknown>, column: string): Fault[] {
  const last = ids.length - 1;
  if (last < 1 || !total.test(cellText(ids[last]))) return [];
  return [
    cellFault(
      'summary-row',
      column,
      last,
      ids[last],
      'is the sum of the other rows, not a customer; remove the row',
    ),
  ];
}
