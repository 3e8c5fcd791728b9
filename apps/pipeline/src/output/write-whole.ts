import { createHash } from 'node:crypto';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ClvError } from '@clv/contracts';

import { removeAbandoned, removeUnfinished, unfinishedPath } from './unfinished-files.js';
import { WriteError } from './write-error.js';

/** A file to be: its name, and how to write it to a path. */
export interface PlannedFile {
  name: string;
  write(path: string): Promise<void>;
}

/** A file that holds one JSON document. */
export const jsonFile = (name: string, document: () => unknown): PlannedFile => ({
  name,
  write: (path) => writeFile(path, `${JSON.stringify(document(), null, 2)}\n`),
});

export interface WrittenFile {
  bytes: number;
  sha256: string;
}

/** Makes a folder where there is none. */
export const makeFolder = (folder: string): Promise<unknown> =>
  mkdir(folder, { recursive: true }).catch((cause) => {
    throw new WriteError(folder, cause);
  });

/**
 * Writes files into a folder, each under another name first, and gives them their own when all are whole and on disk:
 * whenever the process is killed, each file is absent, old or complete. Files take their names in order, so that the
 * last one vouches for the others.
 *
 * @param last makes one more file from the sizes and hashes of the others.
 * @throws WriteError naming the file that the machine would not take; nothing of the folder has changed then.
 */
export async function writeWhole(
  folder: string,
  files: readonly PlannedFile[],
  last?: (written: ReadonlyMap<string, WrittenFile>) => PlannedFile,
): Promise<ReadonlyMap<string, WrittenFile>> {
  const written = new Map<string, WrittenFile>();
  const unfinished = new Map(files.map(({ name }) => [name, unfinishedPath(folder, name)]));
  const writeOne = async ({ name, write }: PlannedFile) => {
    const path = unfinishedPath(folder, name);
    unfinished.set(name, path);
    try {
      await write(path);
      written.set(name, await settled(path));
    } catch (cause) {
      throw cause instanceof ClvError ? cause : new WriteError(join(folder, name), cause as Error);
    }
  };
  try {
    for (const file of files) await writeOne(file);
    if (last) await writeOne(last(written));
    for (const [name, path] of unfinished)
      await rename(path, join(folder, name)).catch((cause) => {
        throw new WriteError(join(folder, name), cause);
      });
    await removeAbandoned(folder, [...unfinished.keys()]);
    return written;
  } finally {
    await Promise.all([...unfinished.values()].map(removeUnfinished));
  }
}

/** Waits until a file is on disk; its size and hash. */
async function settled(path: string): Promise<WrittenFile> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    const hash = createHash('sha256');
    // One buffer for all of it: a stream's new one for each read costs more than the hash.
    const buffer = Buffer.allocUnsafe(readBytes);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, readBytes, bytes);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

const readBytes = 1 << 20;
