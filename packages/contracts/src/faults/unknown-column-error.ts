import { ClvError } from './clv-error.js';
import { unknownName } from './nearest-name.js';

/** A column is asked for that the table does not have. */
export class UnknownColumnError extends ClvError {
  constructor(column: string, columns: readonly string[]) {
    super('UNKNOWN_COLUMN', unknownName('column', column, columns), { column });
  }
}
