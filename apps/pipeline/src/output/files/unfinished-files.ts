import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isAlive } from './process-life.js';

const unfinished = new Set<string>();

// Whatever ends the process while it may still act, such as an interrupt, leaves nothing half-written behind.
process.once('exit', () => {
  for (const path of unfinished)
    try {
      rmSync(path, { force: true });
    } catch {
      // Where a file stands in a folder's place, nothing was written.
    }
});

/** The hidden name that a file of this process has until it is whole. */
export const hiddenPath = (folder: string, name: string) => join(folder, `.${name}.${process.pid}.tmp`);

/** The hidden name under which a file is written until it is whole; whatever ends the process removes it. */
export function unfinishedPath(folder: string, name: string): string {
  const path = hiddenPath(folder, name);
  unfinished.add(path);
  return path;
}

export async function removeUnfinished(path: string): Promise<void> {
  await rm(path, { force: true }).catch(noFolder);
  unfinished.delete(path);
}

/** If there is a file in the folder's place there is nothing to remove, and the attempt to write there has already failed. */
function noFolder(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTDIR') throw error;
}

/** Removes what a process that was killed has left half-written under these names. */
export async function removeAbandoned(folder: string, names: readonly string[]): Promise<void> {
  const found = await readdir(folder).catch(() => []);
  const left = found.filter((file) => {
    const [, name, process] = /^\.(.+)\.(\d+)\.tmp$/.exec(file) ?? [];
    return names.includes(name) && !isAlive(Number(process));
  });
  await Promise.all(left.map((file) => rm(join(folder, file), { force: true })));
}
