import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import type { Columns } from '../engine/load-customers.js';
import { readTable } from '../input/read-table.js';

/** The results of a run, typed where a typed file of them is there. */
export async function readResults(run: string): Promise<Columns> {
  for (const name of ['retention_results.arrow', 'retention_results.parquet', 'retention_results.csv']) {
    const file = join(run, name);
    if (await isThere(file)) return Object.fromEntries((await readTable(file)).columns);
  }
  throw new InvalidInputError([
    {
      rule: 'no-run',
      path: run,
      message: `${run} is not a run folder: it has no retention_results; make a run folder with clv run`,
    },
  ]);
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
