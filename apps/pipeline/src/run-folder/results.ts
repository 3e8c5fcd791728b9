import type { Block } from '../block/block.js';
import { codeFewTexts } from '../block/code-few-texts.js';
import { wholeNumbers } from '../block/whole-numbers.js';
import type { PrescribedCustomers } from '../engine/prescribed-customers.js';
import { unfinishedPath } from '../output/unfinished-files.js';
import { beginWriting, tableFormat } from '../output/write-blocks.js';
import { type PlannedFile, makeFolder } from '../output/write-whole.js';
import { writeArrow } from './arrow.js';
import { resultTable } from './result-table.js';

const csv = 'retention_results.csv';
const arrow = 'retention_results.arrow';

/**
 * Begins to write the results into a run folder, under names that are not theirs yet: as Arrow at once, and as CSV beside
 * whatever comes next. Files that fail say so when they are waited for.
 */
export async function beginResults(prescribed: PrescribedCustomers, out: string): Promise<PlannedFile[]> {
  await makeFolder(out);
  const table = compact(prescribed);
  const csvWritten = await beginWriting(table, tableFormat(csv), unfinishedPath(out, csv));
  const arrowWritten = settling(() => writeArrow(table, idsOf(prescribed), unfinishedPath(out, arrow)));
  return [
    { name: arrow, write: () => arrowWritten },
    { name: csv, write: csvWritten },
  ];
}

/** Results as the dashboard reads them. */
export const dashboardFile = (prescribed: PrescribedCustomers): PlannedFile => ({
  name: arrow,
  write: async (path) => writeArrow(compact(prescribed), idsOf(prescribed), path),
});

/** Each column in the narrowest type that holds it. */
const compact = (prescribed: PrescribedCustomers): Block =>
  wholeNumbers(codeFewTexts(resultTable(prescribed)));

const idsOf = ({ id: { column } }: PrescribedCustomers) => new Set(column === undefined ? [] : [column]);

/** Work that has been done by now; its failure is for whoever waits for it, and until then no unhandled one. */
function settling(work: () => void): Promise<void> {
  const settled = (async () => work())();
  settled.catch(() => {});
  return settled;
}
