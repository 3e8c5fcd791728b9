import type { TableSource } from './table-source.js';

/** A source of which every row is read whole, so that none turns out unreadable by a cell that is asked for later. */
export const withAllCells = (source: TableSource): TableSource => ({
  ...source,
  relation: source.allCells ?? source.relation,
});
