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
