import type { Fault } from '@clv/contracts';
import { cellText } from '../cells/cell-text.js';
import { cellFault } from './cell-fault.js';

/** Ids that are blank, or that stand in an earlier row too. */
export function checkIds(cells: ArrayLike<unknown>, column: string): Fault[] {
  if (areNamesAllDifferent(cells)) return [];
  const faults: Fault[] = [];
  const firstRow = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    const id = cellText(cells[i]);
    const first = firstRow.get(id);
    if (id === '') faults.push(cellFault('blank-id', column, i, cells[i], 'is no id'));
    else if (first) faults.push(cellFault('duplicate-id', column, i, cells[i], `stands in row ${first} too`));
    else firstRow.set(id, i + 1);
  }
  return faults;
}

/** Most columns of ids are sound, which is seen sooner than where each id stands. */
function areNamesAllDifferent(cells: ArrayLike<unknown>): boolean {
  const ids = new Set<string>();
  for (let i = 0; i < cells.length; i++) {
    const id = cellText(cells[i]);
    if (id === '') return false;
    ids.add(id);
  }
  return ids.size === cells.length;
}
