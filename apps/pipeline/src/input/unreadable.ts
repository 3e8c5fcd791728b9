import { ClvError, type InvalidInputError } from '@clv/contracts';

import { refusal } from '../faults/refusal.js';

/** Whether DuckDB says that it is the input's fault, which may show at any row of it. */
export const isOfInput = (cause: unknown): cause is Error =>
  cause instanceof Error &&
  !(cause instanceof ClvError) &&
  /^(Invalid( Input)?|Conversion) Error: /.test(cause.message);

/** What is wrong with a text of which some lines end in one way and some in another. */
export const mixedLineEnds =
  'its lines do not all end alike; end each with a line feed, or each with a carriage return and a line feed';

/** What DuckDB said of an input that it cannot read, without its advice to its own users. */
export function unreadable(name: string, { message }: Error): InvalidInputError {
  const said = message.includes('CSV Parser state machine') ? mixedLineEnds : message.split('\n')[0];
  return refusal('unreadable-table', name, `${name}: ${said}`);
}
