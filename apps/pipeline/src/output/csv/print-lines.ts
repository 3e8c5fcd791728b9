import type { Block } from '../../block/block.js';
import type { ColumnWindow } from './column-windows.js';
import { csvCell } from './csv-cell.js';
import { type CsvKernel, openCsvKernel } from './csv-kernel.js';
import { layWindows } from './lay-windows.js';
import { windowsByRows } from './windows-by-rows.js';

/**
 * The lines of a CSV, many at a time: no text that a spreadsheet would run, nothing for what is missing, 51 for the number 51.0,
 * and else the fewest digits that are read as the same number. Every block has the columns of the first. What is asked for
 * next lies in the same memory.
 */
export function* printLines(blocks: Iterable<Block>): Generator<Uint8Array> {
  const kernel = openCsvKernel();
  let names: string[] | undefined;
  for (const { rows, columns } of blocks) {
    if (names === undefined) {
      names = Object.keys(columns);
      yield headerOf(names);
    }
    const cells = names.map((name) => columns[name]);
    for (const some of windowsByRows(cells, rows)) yield linesOf(kernel, some.windows, some.rows);
  }
}

export const headerOf = (names: readonly string[]): Uint8Array =>
  Buffer.from(`${names.map(csvCell).join(',')}\n`);

/** Lines of some rows, in the memory of the kernel. */
export function linesOf(kernel: CsvKernel, windows: readonly ColumnWindow[], rows: number): Uint8Array {
  const { columns, count, out } = layWindows(kernel, windows, rows);
  const end = kernel.print(columns, count, rows, out);
  return new Uint8Array(kernel.memory.buffer, out, end - out);
}
