import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isAlive } from './process-life.js';

const unfinished = new Set<string>();

// Whatever ends the process while it may still act, such as an interrupt, leaves nothing half-written behind.
process.once('exit', () => {
  for (const path of unfinished) discard(path);
});

/** Removes a file, if the system lets it go: it is in nobody's way, and the next process that writes there removes it. */
export function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What was to be done with it has been done, or has failed for a reason that says more.
  }
}

/** The hidden name under which a file is written until it is whole; whatever ends the process removes it. */
export function unfinishedPath(folder: string, name: string): string {
  const path = join(folder, `.${name}.${process.pid}.tmp`);
  unfinished.add(path);
  return path;
}

/** What will not go is tried again when the process ends: why it is there matters more than that it is. */
export const removeUnfinished = (path: string): Promise<unknown> =>
  rm(path, { force: true }).then(
    () => unfinished.delete(path),
    () => {},
  );

/** Removes what a process that was killed has left half-written under these names, as far as it may. */
export async function removeAbandoned(folder: string, names: readonly string[]): Promise<void> {
  const found = await readdir(folder).catch(() => []);
  const left = found.filter((file) => {
    const [, name, process] = /^\.(.+)\.(\d+)\.tmp$/.exec(file) ?? [];
    return names.includes(name) && !isAlive(Number(process));
  });
  await Promise.allSettled(left.map((file) => rm(join(folder, file), { force: true })));
}
