import { kernel } from '../../generated/kernel.js';
import { powersOfTen } from './powers-of-ten.js';

/** Prints rows of columns that were laid into its memory. */
export interface CsvKernel {
  memory: WebAssembly.Memory;
  /** Where among the memory what is to be printed may begin. */
  start: number;
  /** The lines of so many rows, written at `out`; returns where they end. */
  print(columns: number, count: number, rows: number, out: number): number;
  /** The same without ends of lines, but with the places, at `ends`, where each row's text ends (int32, from `out` on). */
  printTexts(columns: number, count: number, rows: number, out: number, ends: number): number;
}

interface Exports {
  heapBase(): number;
  printRows(columns: number, count: number, rows: number, powers: number, out: number): number;
  printTexts(columns: number, count: number, rows: number, powers: number, out: number, ends: number): number;
}

const pageBytes = 65_536;

/** A kernel with a memory of its own. */
export function openCsvKernel(): CsvKernel {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(Buffer.from(kernel, 'base64'));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { heapBase, printRows, printTexts } = exports as unknown as Exports;
  const powers = powersOfTen();
  const at = alignedTo8(heapBase());
  makeRoom(memory, at + powers.byteLength);
  new BigUint64Array(memory.buffer, at).set(powers);
  return {
    memory,
    start: at + powers.byteLength,
    print: (columns, count, rows, out) => printRows(columns, count, rows, at, out),
    printTexts: (columns, count, rows, out, ends) => printTexts(columns, count, rows, at, out, ends),
  };
}

export const alignedTo8 = (address: number) => Math.ceil(address / 8) * 8;

/** Makes the memory reach so far. */
export function makeRoom(memory: WebAssembly.Memory, end: number): void {
  const missing = Math.ceil((end - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
}
