import { rm, stat } from 'node:fs/promises';

import { scenarioRoles, synthesizeBlocks } from '@clv/synth';

import type { Config } from '../config/config.js';
import { isPostgres, reveal, withoutPassword } from '../config/secrets.js';
import { countRows } from '../duckdb/relation.js';
import { withSource } from '../input/open-source.js';
import { postgresHasMoreRows } from '../input/postgres/postgres-source.js';
import { scratchFile } from '../files/scratch.js';
import { spoolStdin } from '../input/spool-stdin.js';
import type { TableSource } from '../input/table-source.js';
import { asWriting } from '../files/write-error.js';
import { tableFormat } from '../output/tables/table-format.js';

/** No row of a text file takes less. */
const leastBytesOfRow = 2;

/** Whether there are more customers than are held in memory. */
export async function exceedsFitRows({ input, separator, synthetic, fit_rows }: Config): Promise<boolean> {
  if (input === undefined) return synthetic.customers > fit_rows;
  if (isPostgres(input)) return postgresHasMoreRows(reveal(input), withoutPassword(input), fit_rows);
  const file = input === '-' ? (await spoolStdin()).file : input;
  const isText = /\.(csv|tsv|txt|jsonl|ndjson|json)$/i.test(file);
  if (isText && (await sizeOf(file)) <= leastBytesOfRow * fit_rows) return false;
  return withSource(input, (source) => hasMoreRows(source, fit_rows), { separator });
}

/** Reads no further than it takes to know. */
const hasMoreRows = async ({ connection, relation }: TableSource, rows: number): Promise<boolean> =>
  (await countRows(connection, `(SELECT 1 FROM ${relation} LIMIT ${rows + 1})`)) > rows;

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => Infinity,
  );

/** Opens the customers of a config, synthetic ones too, as a source of any length. */
export async function withLargeSource<T>(
  config: Config,
  writes: readonly string[],
  use: (source: TableSource, config: Config) => Promise<T>,
): Promise<T> {
  const { input, separator, synthetic, seed, roles } = config;
  if (input !== undefined) return withSource(input, (source) => use(source, config), { separator, writes });
  const file = await scratchFile('customers.parquet');
  try {
    const blocks = synthesizeBlocks({ ...synthetic, seed });
    await asWriting(file, (path) => tableFormat(file).write(blocks, path));
    const name = `synthetic ${synthetic.scenario}`;
    const known = { ...config, roles: { ...scenarioRoles(synthetic.scenario), ...roles } };
    return await withSource(file, (source) => use({ ...source, name }, known), { writes });
  } finally {
    await rm(file, { force: true });
  }
}
