import type { CustomerInputs } from '../value/inputs.js';
import type { PrescribeOptions, Prescription } from './prescription.js';
import { startWhatIf, whatIf } from './what-if.js';

/**
 * The offer for each customer that together gain most within the budget.
 *
 * @throws {InvalidInputError} with the faults of the offers, the inputs or the budget.
 */
export function prescribe(inputs: CustomerInputs, options: PrescribeOptions = {}): Prescription {
  return whatIf(startWhatIf(inputs, options));
}
