import { ClvError } from '@clv/contracts';

import { refusal } from '../faults/refusal.js';

/** The machine would not give a file that is there; `path` says which. */
export class ReadError extends ClvError {
  constructor(path: string, cause: NodeJS.ErrnoException) {
    super('READ_FAILED', `cannot read ${path}: ${cause.code}`, { path, cause });
  }
}

/** What the system says of a path that is wrong, or of a file that is not this user's to read. */
const askersFault = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];

/**
 * The error for a file that could not be read: of the one who named it, of the file where it is not as it has to be, or of the
 * machine.
 *
 * @param name what to call it in messages.
 */
export function cannotRead(name: string, cause: NodeJS.ErrnoException): ClvError {
  if (cause.syscall === undefined)
    return refusal('unreadable-file', name, `cannot read ${name}: ${cause.message}`);
  return askersFault.includes(cause.code!)
    ? refusal('unreadable-file', name, `cannot read ${name}: ${cause.code}`)
    : new ReadError(name, cause);
}
