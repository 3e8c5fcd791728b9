import { InvalidOptionError } from './invalid-option-error.js';
import { show } from './shape.js';

/**
 * Passes a seed that `randomSource` takes: any whole number. Of any other it would count a part, and a text or NaN as 0.
 *
 * @throws InvalidOptionError for one that is none.
 */
export function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed)) return;
  throw new InvalidOptionError('seed', `seed must be a whole number: ${show(seed)}`);
}
