import { basename, dirname, resolve } from 'node:path';

import { isPostgres, reveal, withoutPassword } from '../../config/secrets.js';
import { tableFormat, writeParquet } from '../tables/table-format.js';
import type { WriteTarget } from './target.js';
import { writeToDuckDb } from './write-to-duckdb.js';
import { writeToPostgres } from './write-to-postgres.js';
import { type PlannedFile, writeWhole } from '../../files/write-whole.js';

/**
 * The target that an address names: a file (.csv, .csv.gz, .parquet, .jsonl), `duckdb:FILE?table=NAME` or `postgres://…`.
 *
 * @throws InvalidInputError where it names none.
 */
export function writeTarget(written: string): WriteTarget {
  const address = reveal(written);
  const name = withoutPassword(written);
  if (isPostgres(address)) return writeToPostgres(address, name);
  if (address.startsWith('duckdb:')) return writeToDuckDb(address, name);
  const format = tableFormat(address);
  const file = resolve(address);
  const whole = async (write: PlannedFile['write']) => {
    await writeWhole(dirname(file), [{ name: basename(file), write }]);
  };
  return {
    name,
    write: (blocks) => whole((path) => format.write(blocks, path)),
    writeFile: (parquet) => whole((path) => writeParquet(parquet, format, path)),
  };
}
