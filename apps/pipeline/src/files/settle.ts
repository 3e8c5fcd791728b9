/// <reference lib="es2024.sharedmemory" />
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** A file that is whole and on disk. */
export interface WrittenFile {
  bytes: number;
  sha256: string;
}

/** How far the writing of a file has come, where all threads see it. */
type Writing = Int32Array<SharedArrayBuffer>;

const underWay = 0;
const over = 1;

const beginOfWriting = (): Writing => new Int32Array(new SharedArrayBuffer(4));

/** Says that a file is whole, or will never be. */
function endOfWriting(writing: Writing): void {
  Atomics.store(writing, 0, over);
  Atomics.notify(writing, 0);
}

/** How often a file that is being written is looked at again, in milliseconds. */
const patience = 50;
const readBytes = 1 << 20;

/** Waits until a file that is whole is on disk; its size and hash. */
export const settle = (path: string): Promise<WrittenFile> => follow(path);

/**
 * The same of a file that is still being written, from its beginning to its end: it is followed as it grows, so that little
 * is left to do once it is whole.
 *
 * @param written settles when it is whole, or will never be.
 */
export async function settleWhile(path: string, written: Promise<unknown>): Promise<WrittenFile> {
  const writing = beginOfWriting();
  const settled = follow(path, writing);
  // For a file that was not written, the cause is reported.
  settled.catch(() => {});
  await written.finally(() => endOfWriting(writing));
  return settled;
}

async function follow(path: string, writing?: Writing): Promise<WrittenFile> {
  const isOver = () => writing === undefined || Atomics.load(writing, 0) === over;
  const file = await opened(path, writing, isOver);
  try {
    const hash = createHash('sha256');
    // One buffer for all of it: a stream's new one for each read costs more than the hash.
    const buffer = Buffer.allocUnsafe(readBytes);
    let bytes = 0;
    for (;;) {
      const last = isOver();
      await file.sync();
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, readBytes, bytes);
        if (bytesRead === 0) break;
        hash.update(buffer.subarray(0, bytesRead));
        bytes += bytesRead;
      }
      if (last) return { bytes, sha256: hash.digest('hex') };
      await aWhile(writing!);
    }
  } finally {
    await file.close();
  }
}

/** A file may be long in coming. */
async function opened(
  path: string,
  writing: Writing | undefined,
  isOver: () => boolean,
): Promise<FileHandle> {
  while (!isOver()) {
    const file = await open(path, 'r+').catch(() => undefined);
    if (file) return file;
    await aWhile(writing!);
  }
  return open(path, 'r+');
}

/** Until the writing is over, or it is time to look again. */
async function aWhile(writing: Writing): Promise<void> {
  await Atomics.waitAsync(writing, 0, underWay, patience).value;
}
