import type { SegmentSummary } from '@clv/contracts';

import { isFew } from './small-counts.js';
import type { ToldGroup } from './write-count.js';

/** What a group is worth without and with offers, and how many of it get one. */
export interface GainingGroup extends Pick<SegmentSummary, 'baseline' | 'optimized'> {
  offered: ToldGroup;
}

/**
 * The groups whose gain is not told: of those where fewer than five get an offer it is a sum of these few. The gain of all is
 * told, so that theirs would follow from the others', unless it drowns in what is rounded off these; then the gains of
 * all groups stay untold whose numbers with an offer do.
 */
export function untoldGains<T extends GainingGroup>(groups: readonly T[]): ReadonlySet<T> {
  const few = groups.filter(({ offered }) => isFew(offered.customers));
  const others = groups.filter((group) => !few.includes(group));
  const drowns = sumOf(few, gainOf) <= sumOf(others, (group) => mostRoundedOff(gainOf(group)));
  return new Set(drowns ? few : [...few, ...others.filter(({ offered }) => offered.told !== 'number')]);
}

/** Of these, the groups whose value with offers is not told either: beside that without, as they are written, the gain would follow. */
export const untoldOptimized = <T extends GainingGroup>(groups: readonly T[]): ReadonlySet<T> =>
  new Set([...untoldGains(groups)].filter(followsFromValues));

const followsFromValues = ({ baseline, optimized }: GainingGroup): boolean =>
  optimized - baseline > mostRoundedOff(baseline) + mostRoundedOff(optimized);

const gainOf = ({ baseline, optimized }: GainingGroup) => optimized - baseline;

/** How far money as `formatMoney` writes it is from the value at most: cents below 100, else three digits. */
function mostRoundedOff(value: number): number {
  const size = Math.abs(value);
  return size < 99.5 ? 0.005 : 0.5 * 10 ** Math.floor(Math.log10(size) - 2);
}

const sumOf = <T>(items: readonly T[], value: (item: T) => number) =>
  items.reduce((sum, item) => sum + value(item), 0);
