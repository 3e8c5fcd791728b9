import { InvalidOptionError } from '@clv/contracts';

/** @throws {InvalidOptionError} for an option that is no number between 0 and 1, or is one of the two. */
export function checkFraction(option: string, value: number): void {
  if (typeof value !== 'number' || !(value > 0 && value < 1))
    throw new InvalidOptionError(option, `${option} must lie between 0 and 1: ${String(value)}`);
}
