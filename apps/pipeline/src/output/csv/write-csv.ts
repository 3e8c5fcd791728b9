import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { Block } from '../../block/block.js';
import { printLines } from './print-lines.js';

/** Lines are printed while so many bytes of others are on their way to the file. */
const underWay = { highWaterMark: 1 << 22 };

/** Writes a table that comes in blocks as a CSV, in constant memory; a failure may leave the file half-written. */
export const writeCsv = (blocks: Iterable<Block>, file: string): Promise<void> =>
  pipeline(printLines(blocks), createWriteStream(file, underWay));

/** The same, compressed. */
export const writeGzippedCsv = (blocks: Iterable<Block>, file: string): Promise<void> =>
  pipeline(printLines(blocks), createGzip(), createWriteStream(file));
