import { InvalidInputError } from '@clv/contracts';

import { isPostgres, reveal } from '../config/secrets.js';
import { findFiles } from './find-files.js';
import { realPath } from './real-path.js';

/**
 * Sees to it that none of the files that are to be written is one that is read: it would be gone with what it held.
 *
 * @throws InvalidInputError that names every one.
 */
export async function spareInput(written: string | undefined, places: readonly string[]): Promise<void> {
  if (written === undefined || places.length === 0) return;
  const input = reveal(written);
  if (input === '-' || isPostgres(input) || input.startsWith('duckdb:')) return;
  // What cannot be found is reported by the code that reads it.
  const files = await findFiles(input, written).catch(() => []);
  const read = new Set(files.map(realPath));
  const faults = places
    .filter((place) => read.has(realPath(place)))
    .map((place) => ({
      rule: 'writes-over-input',
      path: place,
      message: `${place} is the input; name another file to write`,
    }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}
