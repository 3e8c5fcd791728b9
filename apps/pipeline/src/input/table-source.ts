import type { Fault } from '@clv/contracts';
import type { DuckDBConnection } from '@duckdb/node-api';

/** A column of an input, and the identifier by which SQL knows it: names that differ by case alone are one in SQL. */
export interface SourceColumn {
  name: string;
  sql: string;
}

/** A customer table that SQL can read, in the input's order, as often as need be and column by column. */
export interface TableSource {
  /** What to call the input in messages; never holds a password. */
  name: string;
  /** May touch the input's own files and nothing else. */
  connection: DuckDBConnection;
  /** What stands after FROM. */
  relation: string;
  /** The same where a row can be unreadable by cells that were not asked for: every cell is looked at. */
  allCells?: string;
  /** Rows that are passed over, counted from 0, ascending (default: none). */
  leftOut?: Int32Array;
  columns: readonly SourceColumn[];
  /** What is to be said of how it is written (default: nothing). */
  notices?: readonly string[];
  /** Rows that could not be read as rows at all, by the scans so far; a CSV alone can hold such. */
  unreadable?(): Promise<Fault[]>;
  /** The line of the file in which each of the given rows begins (both counted from 1); only lines of text have them. */
  linesOf?(rows: readonly number[]): Promise<ReadonlyMap<number, FilePlace>>;
  /** Releases what the source holds besides its connection. */
  close?(): Promise<void>;
}

/** A place in a text file. */
export interface FilePlace {
  file: string;
  line: number;
}
