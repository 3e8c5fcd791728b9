import { linkSync, readFileSync, renameSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import { isCreated } from './create-whole.js';
import { type FoundLock, inUse, isHeld, lockText } from './lock-holder.js';
import { makeFolders, removeEmptyFolders } from './make-folders.js';
import { discard, removeAbandoned, unfinishedPath } from './unfinished-files.js';
import { asWritingAtOnce } from './write-error.js';

const name = 'clv-lock';

/** How often a lock gives a sign of life, in milliseconds. */
const heartbeat = 10_000;

const held = new Set<() => void>();

// Whatever ends the process while it may still act frees what it holds.
process.once('exit', () => {
  for (const release of held) release();
});

/**
 * Does some work while no other process writes to a folder, which is made where there is none, and is gone again where the
 * work leaves it empty. The lock of a process that has ended keeps nobody out.
 *
 * @throws InvalidInputError at once, naming the process, where another one writes to the folder.
 */
export async function whileLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const release = lock(folder);
  try {
    await removeAbandoned(folder, [name]);
    return await work();
  } finally {
    release();
  }
}

function lock(folder: string): () => void {
  const file = join(folder, `.${name}`);
  const own = lockText();
  let made: string | undefined;
  const leaveFolders = () => made !== undefined && removeEmptyFolders(folder, made);
  const take = () => {
    made ??= makeFolders(folder);
    return isCreated(file, own, unfinishedPath(folder, name));
  };
  try {
    while (!asWritingAtOnce(folder, take)) {
      const found = lookAt(file);
      if (found && isHeld(found)) throw inUse(folder, found);
      if (found) asWritingAtOnce(folder, () => setAside(folder, file, found.text));
    }
  } catch (cause) {
    leaveFolders();
    throw cause;
  }
  const beat = setInterval(() => giveSign(file), heartbeat).unref();
  const release = () => {
    clearInterval(beat);
    held.delete(release);
    if (lookAt(file)?.text === own) discard(file);
    leaveFolders();
  };
  held.add(release);
  return release;
}

function lookAt(file: string): FoundLock | undefined {
  try {
    return { text: readFileSync(file, 'utf8'), silence: Date.now() - statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

/** Takes a lock of none away. One that someone else has put in its place meanwhile is given back. */
function setAside(folder: string, file: string, stale: string): void {
  const aside = unfinishedPath(folder, name);
  try {
    renameSync(file, aside);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw cause;
  }
  try {
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
  } catch {
    // There is another one by now, which is looked at next.
  } finally {
    discard(aside);
  }
}

function giveSign(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Whoever has removed it may: it is a courtesy.
  }
}
