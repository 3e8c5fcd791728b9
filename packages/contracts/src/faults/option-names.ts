import { InvalidOptionError } from './invalid-option-error.js';
import { unknownName } from './nearest-name.js';
import { isRecord, show } from './shape.js';

/** The names of all options that a function takes; the compiler tells when one is left out. */
export type OptionNames<Options> = Readonly<Record<keyof Required<Options>, true>>;

/**
 * Sees to it that no option is misspelt: it would count for nothing, and a budget for none, without a word.
 *
 * @throws InvalidOptionError with the name that was probably meant, or where options are no object.
 */
export function checkOptionNames<Options extends object>(
  options: Options,
  names: Readonly<Record<keyof Required<Options>, unknown>>,
): void {
  if (!isRecord(options))
    throw new InvalidOptionError('options', `options must be an object: ${show(options)}`);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(names, name)) continue;
    throw new InvalidOptionError(name, unknownName('option', name, Object.keys(names)));
  }
}
