import { closeSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';

import { discard } from './unfinished-files.js';

/** What a system says where it makes no second name for a file, as on exFAT. */
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Creates a file that is whole whenever it is seen, also if the process is killed meanwhile: it is written under a hidden
 * name, and then given its own. Where a file system makes no second names it is seen empty for a moment.
 *
 * @returns false where there is such a file already, or no folder any more.
 */
export function isCreated(file: string, text: string, hidden: string): boolean {
  rmSync(hidden, { force: true });
  try {
    return isWritten(hidden, text) && isLinked(hidden, file);
  } catch (cause) {
    if (noLinks.includes((cause as NodeJS.ErrnoException).code!)) return isWritten(file, text);
    throw cause;
  } finally {
    discard(hidden);
  }
}

const isLinked = (hidden: string, file: string) => unlessTaken(() => linkSync(hidden, file));

function isWritten(file: string, text: string): boolean {
  let opened: number | undefined;
  if (!unlessTaken(() => (opened = openSync(file, 'wx')))) return false;
  try {
    writeSync(opened!, text);
    return true;
  } catch (cause) {
    discard(file);
    throw cause;
  } finally {
    closeSync(opened!);
  }
}

/** False where the name is taken, or in a folder that is no more. */
function unlessTaken(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (cause) {
    if (['EEXIST', 'ENOENT'].includes((cause as NodeJS.ErrnoException).code!)) return false;
    throw cause;
  }
}
