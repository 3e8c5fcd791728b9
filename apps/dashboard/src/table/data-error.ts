import { ClvError, type ErrorSite } from '@clv/contracts';

/** A run that cannot be shown: absent, unreadable, or without what is needed; the message says what to do. */
export class RunDataError extends ClvError {
  constructor(message: string, site: ErrorSite = {}) {
    super('RUN_DATA', message, site);
  }
}
