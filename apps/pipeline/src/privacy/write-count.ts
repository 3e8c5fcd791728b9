import { formatCount, formatPercent } from '@clv/charts';
import type { SegmentSummary } from '@clv/contracts';

import { aboutCount, aboutShare, isSurelyUnder } from './about-count.js';
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

/** Those of a segment who get an offer. */
export const offeredOf = (
  { customers, intervention_rate }: Pick<SegmentSummary, 'customers' | 'intervention_rate'>,
  told: Telling,
): ToldGroup => ({ customers: Math.round(customers * intervention_rate), told });

/** How many there are, or about how many, or only whether they are few, or a dash. */
export function writeCount({ customers, told }: ToldGroup): string {
  if (told === 'number') return formatCount(customers);
  if (told === 'nothing') return '–';
  if (customers < fewest) return `fewer than ${fewest}`;
  const about = aboutCount(customers);
  return about === undefined ? `${fewest} or more` : `about ${formatCount(about.number)}`;
}

/** Which share of so many there are, or about which, or a dash. */
export function writeShare({ customers, told }: ToldGroup, of: number): string {
  if (of === 0 || told === 'nothing') return '–';
  if (told === 'number') return formatPercent(customers / of);
  if (isSurelyUnder(0.01, customers, of)) return 'under 1%';
  const about = aboutShare(customers, of);
  return about === undefined ? '–' : `about ${formatPercent(about.share, 0)}`;
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
