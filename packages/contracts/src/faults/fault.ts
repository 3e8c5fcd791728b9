import { ClvError } from './clv-error.js';

/** One thing that is wrong with what the caller gave, told so that the caller can mend it. */
export interface Fault {
  /** The rule that was broken, in kebab-case: `not-a-number`, `duplicate-id`. */
  rule: string;
  /** Lower case, naming the thing: `price is not a number: "abc"`. */
  message: string;
  column?: string;
  /** Counted from 1, without the header. */
  row?: number;
  /** The line of a text file, counted from 1 with the header. */
  line?: number;
  /** The id of an offer. */
  offer?: string;
  value?: unknown;
  /** The place inside a document, such as `offers[1].discount`. */
  path?: string;
}

/** The caller's data or options are at fault; `faults` lists everything that is, not the first thing only. */
export class InvalidInputError extends ClvError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const [first] = faults;
    super('INVALID_INPUT', faults.map((fault) => fault.message).join('\n'), {
      column: first?.column,
      row: first?.row,
      offer: first?.offer,
      path: first?.path,
    });
    this.faults = faults;
  }
}
