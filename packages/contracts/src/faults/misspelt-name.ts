import { distance } from 'fastest-levenshtein';

import { unknownName } from './nearest-name.js';

/**
 * Of an object that may hold more than is read, such as columns: what is wrong with a name that stands there in place of one that
 * is missing. What may be left out would else count for nothing, without a word.
 *
 * @param known the names that are read.
 * @returns such as `unknown column: sensitivty (did you mean sensitivity?)`; undefined where each name that is not read is one
 *   of the caller's own.
 */
export function misspeltName(kind: string, holder: object, known: readonly string[]): string | undefined {
  const held = new Map(Object.entries(holder).filter(([, value]) => value !== undefined));
  const missing = known.filter((name) => !held.has(name));
  for (const name of held.keys()) {
    if (known.includes(name)) continue;
    const meant = missing.find((other) => isMisspelt(name, other));
    if (meant !== undefined) return unknownName(kind, name, [meant]);
  }
  return undefined;
}

/** A letter in four may be wrong, or one: closer than what is suggested for a name that cannot be meant otherwise. */
const isMisspelt = (name: string, meant: string) =>
  distance(name.toLowerCase(), meant.toLowerCase()) <= Math.max(1, Math.floor(meant.length / 4));
