import { setImmediate } from 'node:timers/promises';

import type { Block } from '../../block/block.js';
import type { EncodedTexts } from '../../block/texts/encode-texts.js';
import { ofTexts } from './column-windows.js';
import { type CsvKernel, openCsvKernel } from './csv-kernel.js';
import { type LaidWindows, layWindows } from './lay-windows.js';
import { headerOf, linesOf } from './print-lines.js';
import { windowsByRows } from './windows-by-rows.js';

/** Cells of lines of a CSV that are printed, while those of the columns after them are not known yet. */
export interface BegunLines {
  names: readonly string[];
  /** Of the rows that are printed together. */
  texts: readonly EncodedTexts[];
}

/** Prints the cells of some columns; whoever else works on this thread has a turn now and then. */
export async function beginLines({ rows, columns }: Block): Promise<BegunLines> {
  const kernel = openCsvKernel();
  const texts: EncodedTexts[] = [];
  for (const some of windowsByRows(Object.values(columns), rows)) {
    texts.push(textsOf(kernel, layWindows(kernel, some.windows, some.rows)));
    await setImmediate();
  }
  return { names: Object.keys(columns), texts };
}

function textsOf(
  { memory, printTexts }: CsvKernel,
  { columns, count, rows, out, ends }: LaidWindows,
): EncodedTexts {
  const length = printTexts(columns, count, rows, out, ends) - out;
  return {
    bytes: new Uint8Array(memory.buffer, out, length).slice(),
    ends: new Int32Array(memory.buffer, ends, rows).slice(),
  };
}

/** The lines, many at a time, with the cells of the columns that come last; what is asked for next lies in the same memory. */
export function* finishLines(begun: readonly BegunLines[], { rows, columns }: Block): Generator<Uint8Array> {
  const kernel = openCsvKernel();
  yield headerOf([...begun.flatMap(({ names }) => names), ...Object.keys(columns)]);
  let next = 0;
  for (const { windows, rows: some } of windowsByRows(Object.values(columns), rows)) {
    const printed = begun.map(({ texts }) => ofTexts(texts[next]));
    yield linesOf(kernel, [...printed, ...windows], some);
    next++;
  }
}
