import { setImmediate } from 'node:timers/promises';

import { readNumbers } from '@clv/table';
import { type Column, columnFromArray, tableFromColumns, tableToIPC } from '@uwdata/flechette';

import { type Block, type Cells, CodedText } from '../../block/block.js';
import { writtenCell } from '../../block/cells/written-cell.js';
import { PackedText } from '../../block/texts/packed-text.js';
import type { WrittenFile } from '../../files/settle.js';
import { writeSettled } from '../../files/write-settled.js';
import { codedColumn, encodedColumn, numberColumn, textColumn } from './arrow-columns.js';

/** Columns as Arrow has them, by name. */
export type ArrowColumns = Readonly<Record<string, Column<unknown>>>;

/** Writes a table as Arrow IPC. */
export async function writeArrow(
  table: Block,
  texts: ReadonlySet<string>,
  path: string,
): Promise<WrittenFile> {
  return writeArrowColumns(await arrowColumns(table, texts), path);
}

/**
 * A table as Arrow has it, typed for a chart: text that is all numbers or blank becomes numbers, except codes, whose leading
 * zeros matter. Texts that repeat are kept once each; those that hardly do, such as ids, as they are, so that a
 * reader need not read them all to show a few.
 *
 * @param texts the columns that stay text.
 */
export async function arrowColumns({ columns }: Block, texts: ReadonlySet<string>): Promise<ArrowColumns> {
  const made: [string, Column<unknown>][] = [];
  for (const [name, cells] of Object.entries(columns)) {
    made.push([name, texts.has(name) ? ofText(cells) : typed(name, cells)]);
    // Whoever writes the same table elsewhere on this thread has a turn.
    await setImmediate();
  }
  return Object.fromEntries(made);
}

export async function writeArrowColumns(columns: ArrowColumns, path: string): Promise<WrittenFile> {
  const sink = new Parts();
  tableToIPC(tableFromColumns({ ...columns }), { sink: sink as never, format: 'stream' });
  return writeSettled(path, sink.parts);
}

/** Takes the bytes of a table as they are, to be written one after another. */
class Parts {
  readonly parts: Uint8Array[] = [];

  write(bytes: Uint8Array): void {
    this.parts.push(bytes);
  }

  finish(): null {
    return null;
  }
}

function typed(name: string, cells: Cells): Column<unknown> {
  if (cells instanceof Float32Array) return numberColumn(Float64Array.from(cells));
  if (ArrayBuffer.isView(cells)) return numberColumn(cells as Float64Array);
  if (cells instanceof CodedText)
    return cells.levels.length > 0 && cells.levels.every(isNumeric)
      ? numberColumn(readNumbers({ [name]: [...cells] }, name))
      : codedColumn(cells);
  const values = Array.from(cells);
  // A column of nulls has a type of its own in Arrow, which not every reader takes as it is written.
  if (values.every((cell) => cell === null)) return textColumn(values as null[]);
  if (values.every((cell) => cell === null || typeof cell === 'boolean')) return columnFromArray(values);
  return values.every(isNumeric) ? numberColumn(readNumbers({ [name]: values }, name)) : ofText(values);
}

/** Blank, a number, or text of one; a code such as 01 is none. */
const isNumeric = (cell: unknown) =>
  cell === null ||
  typeof cell === 'number' ||
  (typeof cell === 'string' && !/^\s*[+-]?0\d/.test(cell) && !Number.isNaN(Number(cell)));

function ofText(cells: Cells): Column<unknown> {
  if (ArrayBuffer.isView(cells)) return textColumn(Array.from(cells as Float64Array, String));
  if (cells instanceof CodedText) return codedColumn(cells);
  if (cells instanceof PackedText) return encodedColumn(cells);
  const texts = Array.from(cells, (cell) => (cell === null || cell === undefined ? null : writtenCell(cell)));
  return hardlyRepeats(texts) ? textColumn(texts) : columnFromArray(texts);
}

/** So many texts tell whether those of a column repeat. */
const looked = 20_000;

function hardlyRepeats(texts: readonly (string | null)[]): boolean {
  const some = texts.slice(0, looked).filter((text) => text !== null);
  return new Set(some).size * 2 > some.length;
}
