import { getSystemErrorMap } from 'node:util';

import { ClvError } from '@clv/contracts';

/** The machine would not take a file; `path` says which. */
export class WriteError extends ClvError {
  constructor(path: string, cause: NodeJS.ErrnoException) {
    super('WRITE_FAILED', `cannot write ${path}: ${cause.code ?? reasonIn(cause.message)}`, {
      path,
      cause,
    });
  }
}

/** DuckDB tells what the system said in words, beside the hidden name that a file has until it is whole. */
function reasonIn(message: string): string {
  const [line] = message.split('\n');
  const words = line.split(': ').at(-1)!.toLowerCase();
  const [code] = [...getSystemErrorMap().values()].find(([, meaning]) => meaning === words) ?? [line];
  return code;
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
