import type { Block } from '../../block/block.js';
import { type ColumnWindow, windowsOf } from './column-windows.js';
import { csvCell } from './csv-cell.js';
import { type CsvKernel, alignedTo8, makeRoom, openCsvKernel } from './csv-kernel.js';

/** So many rows are printed together: what they hold and what is made of them stays in a processor's second-level cache. */
const atOnce = 2048;

/**
 * The lines of a CSV, many at a time: no text that a spreadsheet would run, nothing for what is missing, 51 for the number 51.0,
 * and else the fewest digits that are read as the same number. Every block has the columns of the first.
 */
export function* printLines(blocks: Iterable<Block>): Generator<Uint8Array> {
  const kernel = openCsvKernel();
  let names: string[] | undefined;
  for (const { rows, columns } of blocks) {
    if (names === undefined) {
      names = Object.keys(columns);
      yield Buffer.from(`${names.map(csvCell).join(',')}\n`);
    }
    const windows = names.map((name) => windowsOf(columns[name]));
    for (let first = 0; first < rows; first += atOnce) {
      const end = Math.min(first + atOnce, rows);
      yield linesOf(
        kernel,
        windows.map((window) => window(first, end)),
        end - first,
      );
    }
  }
}

const columnBytes = 16;

/** The kernel may read and write so many bytes beyond an end. */
const spare = 8;

function linesOf(
  { memory, start, print }: CsvKernel,
  windows: readonly ColumnWindow[],
  rows: number,
): Uint8Array {
  let end = start + columnBytes * windows.length;
  const place = (bytes: number) => {
    const at = end;
    end = alignedTo8(at + bytes + spare);
    return at;
  };
  const places = windows.map(
    ({ kind, cells, texts: { ends, bytes } }) =>
      [kind, place(cells.byteLength), place(ends.byteLength), place(bytes.byteLength)] as const,
  );
  const out = place(windows.reduce((bytes, { size }) => bytes + size + rows, 0));
  makeRoom(memory, end);
  const { buffer } = memory;
  new Int32Array(buffer, start).set(places.flat());
  windows.forEach(({ cells, texts }, i) => {
    const [, cellsAt, endsAt, textsAt] = places[i];
    lay(buffer, cells, cellsAt);
    lay(buffer, texts.ends, endsAt);
    lay(buffer, texts.bytes, textsAt);
  });
  const length = print(start, windows.length, rows, out) - out;
  return new Uint8Array(buffer, out, length).slice();
}

const lay = (memory: ArrayBuffer, { buffer, byteOffset, byteLength }: ArrayBufferView, at: number) =>
  new Uint8Array(memory, at).set(new Uint8Array(buffer, byteOffset, byteLength));
