import { ClvError } from './clv-error.js';

/** An option is missing, misspelt or out of its range; `path` names it. */
export class InvalidOptionError extends ClvError {
  constructor(option: string, message: string) {
    super('INVALID_OPTION', message, { path: option });
  }
}
