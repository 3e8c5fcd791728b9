import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Another process may take an empty folder away between the making of it and of the one inside. */
const tries = 10;

/**
 * Makes a folder, and those above it, where there is none. Node's own way of it tries for ever where a file system takes no
 * folders and says that there is none, as `/proc` does. Where one cannot be made, those above it are not left behind.
 *
 * @returns the first folder that was made; undefined where all were there.
 */
export function makeFolders(folder: string): string | undefined {
  const path = resolve(folder);
  for (let left = tries; ; left--) {
    if (isMade(path, left > 0)) return path;
    if (isFolder(path)) return undefined;
    const first = makeFolders(dirname(path));
    if (first === undefined) continue;
    try {
      if (isMade(path, left > 0) || isFolder(path)) return first;
    } catch (cause) {
      removeEmptyFolders(dirname(path), first);
      throw cause;
    }
  }
}

/** Removes a folder and those above it, up to the first that was made for it, as far as they are empty. */
export function removeEmptyFolders(folder: string, first: string): void {
  try {
    for (let at = resolve(folder); at.startsWith(resolve(first)); at = dirname(at)) rmdirSync(at);
  } catch {
    // It holds something.
  }
}

/** False where it is there already or, if that is to be borne, the folder that it would be in is not. */
function isMade(path: string, isBorne: boolean): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (isFolder(path) || (code === 'ENOENT' && isBorne)) return false;
    throw cause;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
