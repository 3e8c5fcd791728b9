import type { TableSource } from '../../input/table-source.js';
import { allMarks, blankMark, readMarks, sharedMarks } from './id-marks.js';
import type { SuspectRows } from './suspect-rows.js';

/**
 * Finds the rows whose id is blank or may stand in another row too, that row as well.
 *
 * @param id a column of the source.
 * @returns how many rows the source has.
 */
export async function suspectIds(source: TableSource, id: string, suspects: SuspectRows): Promise<number> {
  const column = source.columns.find(({ name }) => name === id)!;
  const marks = await allMarks(source, column);
  const rows = marks.length;
  // One blank id is a fault by itself; all others stand at least twice.
  const wanted = new Set(sharedMarks(marks, Infinity));
  if (marks[0] === blankMark) wanted.add(blankMark);
  if (wanted.size === 0) return rows;
  let row = 0;
  for await (const part of readMarks(source, column))
    for (const mark of part) {
      if (wanted.has(mark)) suspects.add(row);
      row++;
    }
  return rows;
}
