import { join } from 'node:path';

import type { Columns } from '../../block/block.js';
import { refusal } from '../../faults/refusal.js';
import { withSource } from '../../input/open-source.js';
import { readRows } from '../../input/read-table.js';
import type { TableSource } from '../../input/table-source.js';
import { readRunRecord } from '../read-run-file.js';
import { resultNames } from './result-names.js';

/** Where a run's results are, the fastest to read first; of a run that was fitted on a sample Parquet alone has all. */
const names = [resultNames.parquet, resultNames.arrow, resultNames.csv];

/**
 * The results of a run, every column in what costs least to hold.
 *
 * @param options how numbers are read that are still the text of the input, and the column that is read as it is.
 */
export const readResults = async (
  run: string,
  options: Pick<NonNullable<Parameters<typeof readRows>[1]>, 'decimal' | 'id'> = {},
): Promise<Columns> => (await readRows(await resultsOf(run), options)).columns;

/** Opens the results of a run for SQL for as long as `use` needs them. */
export const withResults = async <T>(run: string, use: (source: TableSource) => Promise<T>): Promise<T> =>
  withSource(await resultsOf(run), use);

async function resultsOf(run: string): Promise<string> {
  const { files } = await readRunRecord(run);
  const name = names.find((file) => Object.hasOwn(files, file));
  if (name !== undefined) return join(run, name);
  const message = `${run} has no results; make a run folder with clv run`;
  throw refusal('no-run', run, message);
}
