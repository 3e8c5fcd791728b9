import { InvalidOptionError } from './invalid-option-error.js';
import type { Shape } from './shape.js';

/**
 * Passes an argument that is of the shape that a function takes.
 *
 * @throws InvalidOptionError for another, by its name or that of the part that is at fault.
 */
export function checkArgument(name: string, value: unknown, shape: Shape): void {
  const misshape = shape(value, name);
  if (misshape) throw new InvalidOptionError(misshape.path, `${misshape.path} ${misshape.fault}`);
}
