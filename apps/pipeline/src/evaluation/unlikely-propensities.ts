import { formatCount } from '@clv/charts';
import type { ArmCount } from '@clv/uplift';

/** Of fewer with an offer, the error of their weights' sum is not known well. */
const enough = 30;
/** By so many standard errors chance hardly ever moves it. */
const beyondChance = 5;
/** A smaller share off moves no estimate far. */
const least = 0.1;

/** Those of a log whose outcome is known, and everyone who took part. */
interface Log {
  /** The offer that each got, as a number. */
  offer: Int32Array;
  propensity: Float64Array;
  counts: { arms: readonly ArmCount[] };
}

/**
 * Whether offers were given as often as the log's propensities say: over all who took part, 1 / propensity of those who got an
 * offer sums up to their number.
 *
 * @param offers the id and the label of each offer, in the order of their numbers.
 */
export function propensityNotices(
  { offer, propensity, counts: { arms } }: Log,
  offers: readonly { id: string; label: string }[],
): string[] {
  const all = arms.reduce((sum, { customers }) => sum + customers, 0);
  return offers.flatMap(({ id, label }, number) => {
    const arm = arms.find((one) => one.offer === id);
    if (arm === undefined || arm.known < enough) return [];
    const weights = [...propensity].filter((_, row) => offer[row] === number).map((chance) => 1 / chance);
    // Those whose outcome is not known stand for themselves by the others of their offer.
    const each = arm.customers / arm.known / all;
    const mean = each * weights.reduce((sum, weight) => sum + weight, 0);
    const variance = (each / all) * weights.reduce((sum, weight) => sum + weight * (weight - 1), 0);
    const off = Math.abs(mean - 1);
    if (off <= least || off <= beyondChance * Math.sqrt(variance)) return [];
    const expected = formatCount(Math.round(arm.customers / mean));
    return `By the propensities about ${expected} customers were to get ${label}, and ${formatCount(arm.customers)} did: the propensities are not those of this log, and estimates by them mislead.`;
  });
}
