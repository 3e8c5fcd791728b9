import type { Block } from '../../block/block.js';

/** A place for a table outside the run folder, checked and ready to be written to. */
export interface WriteTarget {
  /** What to call it; holds no password. */
  name: string;
  /**
   * Puts the table there, all of it or nothing. In a database the rows of an earlier run of the same id are replaced and
   * all others stay; a file is replaced.
   */
  write(blocks: Iterable<Block>, runId: string): Promise<void>;
  /** The same of a table that is too long for memory: a Parquet file of our own. */
  writeFile(parquet: string, runId: string): Promise<void>;
}
