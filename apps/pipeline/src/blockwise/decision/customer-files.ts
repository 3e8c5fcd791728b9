import type { IsPrescribed } from '../../engine/customers/prescribed-among.js';
import type { PlannedFile } from '../../files/write-whole.js';
import { tableFormat } from '../../output/tables/table-format.js';
import { campaignName } from '../../run-folder/campaign-table.js';
import { resultNames } from '../../run-folder/results/result-names.js';
import type { DecidedSource } from './decide-blocks.js';
import { writeCampaign } from './write-campaign.js';
import { writeResults } from './write-results.js';

/**
 * The results of a source's customers.
 *
 * @param isPrescribed which rows are among them (default: all are).
 */
export const resultsFile = (decided: DecidedSource, isPrescribed?: IsPrescribed): PlannedFile => ({
  name: resultNames.parquet,
  write: (path) => writeResults(decided, { path, format: tableFormat(resultNames.parquet), isPrescribed }),
});

/** Who of them is in the campaign. */
export const campaignFile = (decided: DecidedSource): PlannedFile => ({
  name: campaignName,
  write: (path) => writeCampaign(decided, path),
});

/** The files are written by the source's one connection, which two at a time would wait for each other on. */
export function oneAfterAnother(files: readonly PlannedFile[]): PlannedFile[] {
  let before: Promise<unknown> = Promise.resolve();
  return files.map(({ name, write }) => ({
    name,
    write(path) {
      const written = before.then(() => write(path));
      before = written;
      return written;
    },
  }));
}
