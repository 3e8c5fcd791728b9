import { type Fault, InvalidInputError } from '@clv/contracts';

import { refusal } from '../faults/refusal.js';

/**
 * Refuses empty and repeated names of columns, all at once, by their place: dropping or renaming a column in silence would
 * lose a customer's data. Where one of the names is an amount as well, the file has no header: that is told alone.
 */
export function checkHeader(names: readonly string[], input: string): void {
  const places = new Map<string, number>();
  const faults = names.flatMap((name, i): Fault[] => {
    const earlier = places.get(name);
    places.set(name, i + 1);
    if (name.trim() === '')
      return [
        {
          rule: 'empty-header',
          message: `${input}: column ${i + 1} has no name; ${i === names.length - 1 ? 'name it, or take away the separator at the end of each line' : 'name it, or remove it'}`,
        },
      ];
    if (earlier === undefined) return [];
    const message = `${input}: column ${name} stands twice (columns ${earlier} and ${i + 1})`;
    return [{ rule: 'duplicate-header', column: name, message }];
  });
  if (faults.length === 0) return;
  const cell = names.find((name) => /^\s*-?\d+[.,]\d+\s*$/.test(name));
  if (cell === undefined) throw new InvalidInputError(faults);
  const message = `${input}: its first line seems to hold a customer (${cell.trim()} is no name, and others repeat or are empty): the names of the columns come first; add a line of them`;
  throw refusal('no-header', input, message);
}
