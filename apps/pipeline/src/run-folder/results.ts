import type { Block } from '../block/block.js';
import { codeFewTexts } from '../block/code-few-texts.js';
import { wholeNumbers } from '../block/whole-numbers.js';
import type { PrescribedCustomers } from '../engine/prescribed-customers.js';
import { runErrand } from '../errands/run-errand.js';
import { type WrittenFile, beginOfWriting, endOfWriting } from '../output/settle.js';
import { unfinishedPath } from '../output/unfinished-files.js';
import { beginWriting, tableFormat } from '../output/write-blocks.js';
import { type PlannedFile, makeFolder } from '../output/write-whole.js';
import { writeArrow } from './arrow.js';
import { resultTable } from './result-table.js';

const csv = 'retention_results.csv';
const arrow = 'retention_results.arrow';

/**
 * Begins to write the results into a run folder, under names that are not theirs yet, beside whatever comes next. Files
 * that fail say so when they are waited for.
 */
export async function beginResults(prescribed: PrescribedCustomers, out: string): Promise<PlannedFile[]> {
  await makeFolder(out);
  const table = compact(prescribed);
  const csvPath = unfinishedPath(out, csv);
  const csvWritten = settling(csvPath, await beginWriting(table, tableFormat(csv), csvPath));
  const arrowPath = unfinishedPath(out, arrow);
  const arrowWritten = settling(arrowPath, () => writeArrow(table, idsOf(prescribed), arrowPath));
  return [
    { name: arrow, write: () => arrowWritten },
    { name: csv, write: () => csvWritten },
  ];
}

/** Results as the dashboard reads them. */
export const dashboardFile = (prescribed: PrescribedCustomers): PlannedFile => ({
  name: arrow,
  write: (path) => writeArrow(compact(prescribed), idsOf(prescribed), path),
});

/** Each column in the narrowest type that holds it. */
const compact = (prescribed: PrescribedCustomers): Block =>
  wholeNumbers(codeFewTexts(resultTable(prescribed)));

const idsOf = ({ id: { column } }: PrescribedCustomers) => new Set(column === undefined ? [] : [column]);

/** Sees to it that a file is on disk soon after it has been written; until someone waits for it, its failure is nobody's. */
function settling(path: string, written: () => Promise<void>): Promise<WrittenFile> {
  const writing = beginOfWriting();
  const settled = runErrand('settle', path, writing);
  const whole = written()
    .finally(() => endOfWriting(writing))
    .then(() => settled);
  for (const promise of [settled, whole]) promise.catch(() => {});
  return whole;
}
