import { checkArgument } from './check-argument.js';
import { shapes } from './shape.js';

/**
 * Passes a seed that `randomSource` takes: any whole number. Of any other it would count a part, and a text or NaN as 0.
 *
 * @throws InvalidOptionError for one that is none.
 */
export const checkSeed = (seed: number): void =>
  checkArgument('seed', seed, shapes.number('a whole number', Number.isSafeInteger));
