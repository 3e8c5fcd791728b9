import type { TableSource } from './table-source.js';

/** A table as it came: columns of cells, in the file's order. CSV cells are text, blank cells null. */
export interface InputTable {
  /** What to call the input in messages. */
  name: string;
  columns: Map<string, unknown[]>;
  rows: number;
  linesOf?: TableSource['linesOf'];
}
