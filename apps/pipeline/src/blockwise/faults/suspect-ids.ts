import type { Fault } from '@clv/contracts';

import type { SourceColumn, TableSource } from '../../input/table-source.js';
import { allMarks, blankMark, readMarks, sharedMarks } from './id-marks.js';
import { summaryRow } from './summary-row.js';
import type { SuspectRows } from './suspect-rows.js';

/**
 * Finds the rows whose id is blank or may stand in another row too, that row as well.
 *
 * @param column that of the ids.
 * @returns how many rows the source has, and the fault of a last one that sums up the others.
 */
export async function suspectIds(
  source: TableSource,
  column: SourceColumn,
  suspects: SuspectRows,
): Promise<{ rows: number; sums: readonly Fault[] }> {
  const marks = await allMarks(source, column);
  const rows = marks.length;
  const sums = await summaryRow(source, column, marks);
  // One blank id is a fault by itself; all others stand at least twice.
  const wanted = new Set(sharedMarks(marks, Infinity));
  if (marks[0] === blankMark) wanted.add(blankMark);
  if (wanted.size === 0) return { rows, sums };
  let row = 0;
  for await (const part of readMarks(source, column))
    for (const mark of part) {
      if (wanted.has(mark)) suspects.add(row);
      row++;
    }
  return { rows, sums };
}
