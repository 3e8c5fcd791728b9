import { formatCount } from '@clv/charts';

import { fewest } from './small-counts.js';
import type { Telling } from './telling-of.js';

/** A group of a report, and what may be told of its number. */
export interface ToldGroup {
  customers: number;
  told: Telling;
}

/** Each group with what may be told of its number. */
export const withTold = <T extends { customers: number }>(groups: readonly T[], told: readonly Telling[]) =>
  groups.map((group, place): T & ToldGroup => ({ ...group, told: told[place] }));

/** How many there are, or only whether they are few, or a dash. */
export function writeCount({ customers, told }: ToldGroup): string {
  if (told === 'number') return formatCount(customers);
  if (told === 'nothing') return '–';
  return customers < fewest ? `fewer than ${fewest}` : `${fewest} or more`;
}

/** A cell of a group's row: what `write` says of it, and a dash where its number is not told. */
export const cellOf =
  <T extends ToldGroup>(write: (group: T) => string) =>
  (group: T) =>
    group.told === 'number' ? write(group) : '–';

/** A cell of a mean, which an empty group does not have. */
export const meanCellOf =
  <T extends ToldGroup>(write: (group: T) => string) =>
  (group: T) =>
    group.customers === 0 ? '–' : cellOf(write)(group);
