import { basename, dirname, resolve } from 'node:path';

import type { Block } from '../block/block.js';
import { isPostgres, reveal, withoutPassword } from '../config/secrets.js';
import { tableFormat, writeBlocks } from './write-blocks.js';
import { writeToDuckDb } from './write-to-duckdb.js';
import { writeToPostgres } from './write-to-postgres.js';
import { writeWhole } from './write-whole.js';

/** A place for a table outside the run folder, checked and ready to be written to. */
export interface WriteTarget {
  /** What to call it; holds no password. */
  name: string;
  /**
   * Puts the table there, all of it or nothing. In a database the rows of an earlier run of the same id are replaced and
   * all others stay; a file is replaced.
   */
  write(blocks: Iterable<Block>, runId: string): Promise<void>;
}

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
  return {
    name,
    write: async (blocks) => {
      const file = resolve(address);
      await writeWhole(dirname(file), [
        { name: basename(file), write: (path) => writeBlocks(blocks, format, path) },
      ]);
    },
  };
}
