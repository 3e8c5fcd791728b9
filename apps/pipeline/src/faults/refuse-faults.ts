import { type Fault, InvalidInputError } from '@clv/contracts';

/** @throws InvalidInputError that lists the faults, where there are any, each with the name of the table. */
export function refuseFaults(name: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new InvalidInputError(faults.map((fault) => ({ ...fault, message: `${name}: ${fault.message}` })));
}
