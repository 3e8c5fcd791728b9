import { checkArgument } from './check-argument.js';
import { InvalidOptionError } from './invalid-option-error.js';
import { checkOptionNames } from './option-names.js';
import type { Shape } from './shape.js';

/** What each option of a function has to be where it is given; the compiler tells when one is left out. */
export type OptionShapes<Options> = Readonly<Record<keyof Required<Options>, Shape>>;

/**
 * Sees to it that options are as they must be before any work begins: none misspelt, none of another type or out of range.
 * Null is no option left out: only undefined is.
 *
 * @param needed those that have no default.
 * @throws InvalidOptionError for the first that is not, by its name.
 */
export function checkOptions<Options extends object>(
  options: Options,
  shapes: OptionShapes<Options>,
  needed: readonly (keyof Options & string)[] = [],
): void {
  checkOptionNames(options, shapes);
  const missing = needed.find((name) => options[name] === undefined);
  if (missing !== undefined) throw new InvalidOptionError(missing, `${missing} is missing`);
  for (const [name, shape] of Object.entries<Shape>(shapes)) {
    const value: unknown = options[name as keyof Options];
    if (value !== undefined) checkArgument(name, value, shape);
  }
}
