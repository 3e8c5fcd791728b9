import { readNumbers } from '@clv/table';
import { table as arqueroTable } from 'arquero';

import type { Block } from '../duckdb/block-table.js';

/** A table as Arrow IPC, typed for a chart: text that is all numbers or blank becomes numbers. */
export function arrowBytes({ columns: table }: Block, textColumns: ReadonlySet<string>): Uint8Array {
  const columns = Object.entries(table).map(([name, cells]) => [
    name,
    textColumns.has(name) ? text(cells) : typed(name, cells),
  ]);
  return arqueroTable(columns as [string, unknown[]][]).toArrowIPC() as Uint8Array;
}

function typed(name: string, cells: ArrayLike<unknown>): ArrayLike<unknown> {
  if (ArrayBuffer.isView(cells)) return cells;
  const values = Array.from(cells);
  if (values.every((cell) => cell === null || typeof cell === 'boolean')) return values;
  return values.every(isNumeric) ? readNumbers({ [name]: values }, name) : text(cells);
}

const isNumeric = (cell: unknown) =>
  cell === null || typeof cell === 'number' || (typeof cell === 'string' && !Number.isNaN(Number(cell)));

const text = (cells: ArrayLike<unknown>) =>
  Array.from(cells, (cell) => (cell === null || cell === undefined ? null : String(cell)));
