import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Another process may take an empty folder away between the making of it and of the one inside. */
const tries = 10;

/**
 * Makes a folder, and those above it, where there is none. Node's own way of it tries for ever where a file system takes no
 * folders and says that there is none, as `/proc` does.
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
    if (isMade(path, left > 0) || isFolder(path)) return first;
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
