import type { ColumnWindow } from './column-windows.js';
import { type CsvKernel, alignedTo8, makeRoom } from './csv-kernel.js';

/** Where among a kernel's memory lies what it is to print, and where what it prints goes. */
export interface LaidWindows {
  columns: number;
  count: number;
  rows: number;
  /** Place for where each row's text ends. */
  ends: number;
  out: number;
}

const columnBytes = 16;
const endBytes = 4;

/** The kernel may read and write so many bytes beyond an end. */
const spare = 8;

/** Lays some rows of columns into a kernel's memory, with room for what is made of them. */
export function layWindows(
  { memory, start }: CsvKernel,
  windows: readonly ColumnWindow[],
  rows: number,
): LaidWindows {
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
  const ends = place(endBytes * rows);
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
  return { columns: start, count: windows.length, rows, ends, out };
}

const lay = (memory: ArrayBuffer, { buffer, byteOffset, byteLength }: ArrayBufferView, at: number) =>
  new Uint8Array(memory, at).set(new Uint8Array(buffer, byteOffset, byteLength));
