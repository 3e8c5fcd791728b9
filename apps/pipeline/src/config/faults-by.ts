import { type Fault, InvalidInputError } from '@clv/contracts';

/** The faults that a check throws, so that they are told with all others; none where it passes. */
export function faultsBy(check: () => unknown): readonly Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults;
    throw error;
  }
}
