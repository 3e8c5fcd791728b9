import { ClvError } from '@clv/contracts';

/** A fit found no maximum of its likelihood; the message says why. Its last iterate is not returned. */
export class NotConvergedError extends ClvError {
  constructor(
    readonly what: string,
    readonly reason: string,
    cause?: unknown,
  ) {
    super('NOT_CONVERGED', `${what} did not converge: ${reason}`, { cause });
  }
}
