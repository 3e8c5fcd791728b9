import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { Block } from '../../block/block.js';
import type { WrittenFile } from '../../files/settle.js';
import { writeSettled } from '../../files/write-settled.js';
import { printLines } from './print-lines.js';

/** Writes a table that comes in blocks as a CSV, in constant memory; a failure may leave the file half-written. */
export const writeCsv = (blocks: Iterable<Block>, file: string): Promise<WrittenFile> =>
  writeSettled(file, printLines(blocks));

/** The same, compressed. */
export const writeGzippedCsv = (blocks: Iterable<Block>, file: string): Promise<void> =>
  pipeline(copies(printLines(blocks)), createGzip(), createWriteStream(file));

/** A stream holds more than one part at a time. */
function* copies(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const part of parts) yield part.slice();
}
