import { type Fault, InvalidInputError } from '@clv/contracts';

/** @throws InvalidInputError that lists the faults, where there are any, each with the name of the table. */
export function refuseFaults(name: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new InvalidInputError(faults.map((fault) => ({ ...fault, message: `${name}: ${fault.message}` })));
}

/** What is read of a table; faults of cells are told with its name. */
export function inNameOf<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidInputError) refuseFaults(name, error.faults);
    throw error;
  }
}
