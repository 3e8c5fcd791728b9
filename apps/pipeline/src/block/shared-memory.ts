import { type Cells, CodedText } from './block.js';
import { PackedText } from './texts/packed-text.js';

type Numbers = Float64Array | Int32Array | Uint8Array;

/** Room for so many numbers of the same type, which another thread reads where they are: to send them copies nothing. */
export function sharedLike<T extends Numbers>(numbers: T, length: number): T {
  const Type = numbers.constructor as new (memory: SharedArrayBuffer) => T;
  return new Type(new SharedArrayBuffer(length * numbers.BYTES_PER_ELEMENT));
}

/** Whether a column costs little to send: its numbers are shared, its texts are bytes. */
export function isQuicklySent(cells: Cells): boolean {
  if (cells instanceof CodedText || cells instanceof PackedText) return true;
  return ArrayBuffer.isView(cells) && cells.buffer instanceof SharedArrayBuffer;
}
