import { InvalidOptionError } from './invalid-option-error.js';
import { show } from './shape.js';

/**
 * Passes an option that is a whole number of at least `least`, and of at most `most` (default: without limit).
 *
 * @throws InvalidOptionError for any other.
 */
export function checkWhole(option: string, value: number, least: number, most = Infinity): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const range = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new InvalidOptionError(option, `${option} must be a whole number ${range}: ${show(value)}`);
}
