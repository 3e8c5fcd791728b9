import { checkArgument } from './check-argument.js';
import { shapes } from './shape.js';

/**
 * Passes an option that is a whole number of at least `least`, and of at most `most` (default: without limit).
 *
 * @throws InvalidOptionError for any other.
 */
export const checkWhole = (option: string, value: number, least: number, most?: number): void =>
  checkArgument(option, value, shapes.whole(least, most));
