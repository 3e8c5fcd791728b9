import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

export const isGzipped = (file: string): boolean => /\.gz$/i.test(file);

/** Read and unpacked so much at a time. */
const atOnce = 1 << 18;

/** The bytes of a text file, unpacked where its name ends in `.gz`. */
export function textBytes(file: string): Readable {
  const bytes = createReadStream(file, { highWaterMark: atOnce });
  // An error of either reaches the reader of the last; the callback is only there to be told.
  return isGzipped(file) ? pipeline(bytes, createGunzip({ chunkSize: atOnce }), () => {}) : bytes;
}

/** At least the first `size` bytes of a text file, or all of it. */
export async function textHead(file: string, size: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  const bytes = textBytes(file);
  for await (const chunk of bytes) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= size) break;
  }
  bytes.destroy();
  return Buffer.concat(chunks);
}
