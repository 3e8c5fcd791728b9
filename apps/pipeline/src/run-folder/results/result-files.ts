import type { Block } from '../../block/block.js';
import { codeFewTexts } from '../../block/texts/code-few-texts.js';
import { wholeNumbers } from '../../block/whole-numbers.js';
import type { CustomerRows } from '../../engine/customers/rows-to-prescribe.js';
import type { PrescribedCustomers } from '../../engine/policy/prescribed-customers.js';
import type { WrittenFile } from '../../files/settle.js';
import type { PlannedFile } from '../../files/write-whole.js';
import { tableFormat } from '../../output/tables/table-format.js';
import { campaignName, campaignTable } from '../campaign-table.js';
import { resultNames } from './result-names.js';
import { resultTable } from './result-table.js';
import { writeArrow } from './write-arrow.js';
import type { ResultFile } from './write-result-files.js';

/** Looks whether a file has been written elsewhere meanwhile. */
export type WrittenElsewhere = (file: ResultFile) => Promise<WrittenFile | undefined>;

const nowhere: WrittenElsewhere = () => Promise.resolve(undefined);

/** The files of a run folder that hold all customers. */
export function resultFiles(
  prescribed: PrescribedCustomers,
  writtenElsewhere: WrittenElsewhere = nowhere,
): PlannedFile[] {
  const arrow = dashboardFile(prescribed);
  return [
    { ...arrow, write: async (path) => (await writtenElsewhere('arrow')) ?? arrow.write(path) },
    {
      name: resultNames.csv,
      write: async (path) =>
        (await writtenElsewhere('csv')) ?? tableFormat(resultNames.csv).write([compact(prescribed)], path),
    },
    ...campaignFile(prescribed),
  ];
}

function campaignFile(prescribed: PrescribedCustomers): PlannedFile[] {
  const { campaign } = prescribed;
  if (campaign === undefined) return [];
  const format = tableFormat(campaignName);
  const write = (path: string) => format.write([campaignTable(prescribed, campaign)], path);
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

/** The columns that hold ids. */
export const idsOf = ({ id: { column } }: CustomerRows): ReadonlySet<string> =>
  new Set(column === undefined ? [] : [column]);
