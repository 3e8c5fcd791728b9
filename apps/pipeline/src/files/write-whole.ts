import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { inFolder } from './in-folder.js';
import { makeFolders } from './make-folders.js';
import { type WrittenFile, settle } from './settle.js';
import { removeAbandoned, removeUnfinished, unfinishedPath } from './unfinished-files.js';
import { asWriting, asWritingAtOnce } from './write-error.js';

/** A file to be: its name, and how to write it to a path. */
export interface PlannedFile {
  name: string;
  /** Gives its size and hash where it has seen to it that the file is on disk. */
  write(path: string): Promise<WrittenFile | void>;
}

type Written = ReadonlyMap<string, WrittenFile>;
type MakeLast = (written: Written) => PlannedFile;

/** A file that holds one JSON document. */
export const jsonFile = (name: string, document: () => unknown): PlannedFile => ({
  name,
  write: (path) => writeFile(path, `${JSON.stringify(document(), null, 2)}\n`),
});

/** Makes a folder where there is none. */
export function makeFolder(folder: string): void {
  asWritingAtOnce(folder, makeFolders);
}

/**
 * Writes files into a folder, which is made where there is none, each under another name first, and gives them their own
 * when all are whole and on disk: whenever the process is killed, each file is absent, old or complete. Files take their
 * names in order, so that the last one vouches for the others; of an earlier write it goes first.
 *
 * @param last makes one more file from the sizes and hashes of the others.
 * @throws WriteError naming the file that the machine would not take; nothing of the folder has changed then, unless it was
 *   a name that it would not give.
 */
export const writeWhole = (
  folder: string,
  files: readonly PlannedFile[],
  last?: MakeLast,
): Promise<Written> => inFolder(folder, () => writeAllOf(folder, files, last));

async function writeAllOf(folder: string, files: readonly PlannedFile[], last?: MakeLast): Promise<Written> {
  const written = new Map<string, WrittenFile>();
  const unfinished = new Map(files.map(({ name }) => [name, unfinishedPath(folder, name)]));
  const writeOne = async ({ name, write }: PlannedFile) => {
    const path = unfinishedPath(folder, name);
    unfinished.set(name, path);
    return asWriting(join(folder, name), async () => (await write(path)) ?? (await settle(path)));
  };
  try {
    (await all(files.map(writeOne))).forEach((file, i) => written.set(files[i].name, file));
    if (last) {
      const file = last(written);
      written.set(file.name, await writeOne(file));
      // An earlier one would vouch for files that are no longer those.
      await asWriting(join(folder, file.name), (path) => rm(path, { force: true }));
    }
    for (const [name, path] of unfinished) await asWriting(join(folder, name), (file) => rename(path, file));
    await removeAbandoned(folder, [...unfinished.keys()]);
    return written;
  } finally {
    await Promise.all([...unfinished.values()].map(removeUnfinished));
  }
}

/** The results of all, once none is running any more; if any fails, the error of the first that failed. */
async function all<T>(works: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
