import { readNumbers } from '@clv/table';
import { utf8 } from '@uwdata/flechette';
import { table as arqueroTable } from 'arquero';

import { type Block, type Cells, CodedText } from '../block/block.js';

/**
 * A table as Arrow IPC, typed for a chart: text that is all numbers or blank becomes numbers. Texts that repeat are kept
 * once each; those that hardly do, such as ids, as they are, so that a reader need not read them all to show a few.
 */
export function arrowBytes({ columns: table }: Block, textColumns: ReadonlySet<string>): Uint8Array {
  const columns = Object.entries(table).map(([name, cells]): [string, ArrayLike<unknown>] => [
    name,
    textColumns.has(name) ? text(cells as ArrayLike<unknown>) : typed(name, cells),
  ]);
  const types = Object.fromEntries(
    columns.flatMap(([name, cells]) => (hardlyRepeats(cells) ? [[name, utf8()]] : [])),
  );
  return arqueroTable(columns as [string, unknown[]][]).toArrowIPC({ types }) as Uint8Array;
}

/** Of texts alone. */
function hardlyRepeats(cells: ArrayLike<unknown>): boolean {
  if (ArrayBuffer.isView(cells)) return false;
  const texts = Array.from(cells).filter((cell) => cell !== null);
  return texts.every((cell) => typeof cell === 'string') && new Set(texts).size * 2 > texts.length;
}

function typed(name: string, cells: Cells): ArrayLike<unknown> {
  if (cells instanceof CodedText) return cells.toArray();
  if (ArrayBuffer.isView(cells)) return cells;
  const values = Array.from(cells);
  if (values.every((cell) => cell === null || typeof cell === 'boolean')) return values;
  return values.every(isNumeric) ? readNumbers({ [name]: values }, name) : text(cells);
}

const isNumeric = (cell: unknown) =>
  cell === null || typeof cell === 'number' || (typeof cell === 'string' && !Number.isNaN(Number(cell)));

const text = (cells: ArrayLike<unknown>) =>
  Array.from(cells, (cell) => (cell === null || cell === undefined ? null : String(cell)));
