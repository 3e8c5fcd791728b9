import { InvalidOptionError } from './invalid-option-error.js';

/** @throws InvalidOptionError unless the option is a whole number of at least `least`. */
export function checkWhole(option: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new InvalidOptionError(option, `${option} must be a whole number of at least ${least}: ${value}`);
}
