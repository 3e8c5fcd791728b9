import type { Transferable } from 'node:worker_threads';

import { type Block, CodedText } from '../block/block.js';
import { codeFewTexts } from '../block/code-few-texts.js';
import { wholeNumbers } from '../block/whole-numbers.js';
import type { PrescribedCustomers } from '../engine/prescribed-customers.js';
import { sendFor } from '../errands/run-errand.js';
import { unfinishedPath } from '../output/unfinished-files.js';
import { tableFormat, writeBlocks } from '../output/write-blocks.js';
import { type PlannedFile, makeFolder } from '../output/write-whole.js';
import { writeArrow } from './arrow.js';
import { campaignName, campaignTable } from './campaign-table.js';
import { resultNames } from './result-files.js';
import { resultTable } from './result-table.js';

/**
 * Begins to write the results into a run folder, under names that are not theirs yet, on another thread. Where there is
 * none, or where it fails, they are written when they are waited for.
 */
export async function beginResults(prescribed: PrescribedCustomers, out: string): Promise<PlannedFile[]> {
  await makeFolder(out);
  const table = compact(prescribed);
  const paths = { csv: unfinishedPath(out, resultNames.csv), arrow: unfinishedPath(out, resultNames.arrow) };
  const written = sendFor('writeResultFiles', [table, idsOf(prescribed), paths], madeFor(table, prescribed));
  return [
    {
      name: resultNames.arrow,
      write: async (path) => (await written)?.arrow ?? dashboardFile(prescribed).write(path),
    },
    {
      name: resultNames.csv,
      write: async (path) =>
        (await written)?.csv ?? writeBlocks([compact(prescribed)], tableFormat(resultNames.csv), path),
    },
    ...campaignFile(prescribed),
  ];
}

function campaignFile(prescribed: PrescribedCustomers): PlannedFile[] {
  const { campaign } = prescribed;
  if (campaign === undefined) return [];
  const format = tableFormat(campaignName);
  const write = (path: string) => writeBlocks([campaignTable(prescribed, campaign)], format, path);
  return [{ name: campaignName, write }];
}

/** Results as the dashboard reads them. */
export const dashboardFile = (prescribed: PrescribedCustomers): PlannedFile => ({
  name: resultNames.arrow,
  write: (path) => writeArrow(compact(prescribed), idsOf(prescribed), path),
});

/** Each column in the narrowest type that holds it. */
const compact = (prescribed: PrescribedCustomers): Block =>
  wholeNumbers(codeFewTexts(resultTable(prescribed)));

const idsOf = ({ id: { column } }: PrescribedCustomers) => new Set(column === undefined ? [] : [column]);

/** The memory of the columns that were made for the table, and are nobody else's. */
function madeFor(
  { columns }: Block,
  { columns: own, id, segment, pChurn, clv }: PrescribedCustomers,
): Transferable[] {
  const kept = new Set<unknown>([...Object.values(own), id.cells, segment, pChurn, clv].map(memoryOf));
  return [...new Set(Object.values(columns).map(memoryOf))].filter(
    (memory): memory is ArrayBuffer => memory instanceof ArrayBuffer && !kept.has(memory),
  );
}

const memoryOf = (cells: unknown) => {
  const numbers = cells instanceof CodedText ? cells.codes : cells;
  return ArrayBuffer.isView(numbers) ? numbers.buffer : undefined;
};
