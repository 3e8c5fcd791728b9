import { join } from 'node:path';

import { type Fault, InvalidInputError } from '@clv/contracts';

import { isPostgres, reveal } from '../config/secrets.js';
import { realPath } from '../input/real-path.js';
import { campaignName } from './campaign-table.js';
import { resultNames } from './results/result-names.js';

/**
 * Makes sure that files to be written are different ones, and none of a run folder's own, whose hashes `run.json` holds.
 *
 * @throws InvalidInputError that names every one.
 */
export function keepApart(places: readonly string[], run: string): void {
  const own = new Set([...Object.values(resultNames), campaignName].map((name) => realPath(join(run, name))));
  const met = new Set<string>();
  const faults = places.flatMap((place): Fault[] => {
    const address = reveal(place);
    if (isPostgres(address) || address.startsWith('duckdb:')) return [];
    const file = realPath(address);
    const isSecond = met.size === met.add(file).size;
    if (own.has(file)) return [refused(place, `${place} is a file of the run folder itself`)];
    return isSecond ? [refused(place, `${place} is to be written twice`)] : [];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

const refused = (path: string, why: string): Fault => ({
  rule: 'writes-over-output',
  path,
  message: `${why}; name another file to write`,
});
