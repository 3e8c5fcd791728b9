import { ClvError } from '@clv/contracts';

/** The machine would not take a file; `path` says which. */
export class WriteError extends ClvError {
  constructor(path: string, cause: NodeJS.ErrnoException) {
    super('WRITE_FAILED', `cannot write ${path}: ${cause.code ?? cause.message.split('\n')[0]}`, {
      path,
      cause,
    });
  }
}

/** Changes what is at a path, at once; where the machine refuses, the error says which path that was. */
export function asWritingAtOnce<T>(path: string, change: (path: string) => T): T {
  try {
    return change(path);
  } catch (cause) {
    throw cause instanceof ClvError ? cause : new WriteError(path, cause as Error);
  }
}

/** Changes what is at a path; where the machine refuses, the error says which path that was. */
export const asWriting = <T>(path: string, change: (path: string) => Promise<T>): Promise<T> =>
  change(path).catch((cause: Error) => {
    throw cause instanceof ClvError ? cause : new WriteError(path, cause);
  });
