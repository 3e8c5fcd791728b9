import { type Fault, InvalidInputError } from '@clv/contracts';

/** The faults that a check throws, so that they are reported with all others; none if it passes. */
export function faultsBy(check: () => unknown): readonly Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults;
    throw error;
  }
}
