import { InvalidOptionError } from './invalid-option-error.js';

/**
 * Passes an option that is a whole number of at least `least`.
 *
 * @throws InvalidOptionError for any other.
 */
export function checkWhole(option: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new InvalidOptionError(option, `${option} must be a whole number of at least ${least}: ${value}`);
}
