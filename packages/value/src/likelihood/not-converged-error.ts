import { ClvError } from '@clv/contracts';

/** A fit found no maximum of its likelihood; the message says why. Its last iterate is not returned. */
export class NotConvergedError extends ClvError {
  constructor(what: string, reason: string) {
    super('NOT_CONVERGED', `${what} did not converge: ${reason}`);
  }
}
