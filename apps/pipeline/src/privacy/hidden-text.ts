import { fewest } from './small-counts.js';
import type { Telling } from './telling-of.js';

/** What a reader must know of a table some of whose numbers are not told. */
export const hiddenText = (told: readonly Telling[]): string | undefined =>
  told.every((telling) => telling === 'number')
    ? undefined
    : `Of fewer than ${fewest} customers no number is told; those that would give it away are rounded or left out.`;
