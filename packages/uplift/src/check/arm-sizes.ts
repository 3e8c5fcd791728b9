import { InvalidOptionError } from '@clv/contracts';
import { called, type OfferLabels } from '../experiment/called.js';
import type { ExperimentCounts, LogRows } from '../experiment/log-rows.js';
import { thousands } from '../thousands.js';
import { surprising, type Concern } from './concern.js';

/** Nobody without an offer leaves nothing to compare with. */
export function withoutNone(names: readonly string[], none: string): Concern[] {
  if (names.includes(none)) return [];
  return [{ concern: 'no-none', message: `nobody got ${none}: there is nothing to compare the offers with` }];
}

/** Arms that are larger or smaller than they were meant to be, by more than chance. */
export function mismatchedRatios(
  { arms }: ExperimentCounts,
  shares: Record<string, number> = {},
  labels?: OfferLabels,
): Concern[] {
  const all = arms.reduce((sum, { customers }) => sum + customers, 0);
  return Object.entries(shares).flatMap(([name, share]) => {
    if (!(share >= 0 && share <= 1))
      throw new InvalidOptionError('shares', `shares: that of ${name} must lie in [0, 1]: ${share}`);
    const customers = arms.find(({ offer }) => offer === name)?.customers ?? 0;
    const away = customers - all * share;
    if (Math.abs(away) <= surprising * Math.sqrt(all * share * (1 - share))) return [];
    const meant = Math.round(all * share);
    const message = `${called(name, labels)} has ${thousands(customers)} customers and was meant to have ${thousands(meant)}: chance does not explain that`;
    return [{ concern: 'sample-ratio-mismatch' as const, message }];
  });
}

/**
 * Where propensities are right, 1 / propensity summed over an arm estimates the number of all customers: of all who took
 * part, where it is known of them too whose outcome is not. Where none of the unlikely came into the arm, those who did tell too small a
 * variance; whoever came into another had at most the rest of the chance of this one, so that it is at least as much as follows from that.
 */
export function propensityConcerns(
  propensity: Float64Array,
  log: LogRows,
  names: readonly string[],
  labels?: OfferLabels,
): Concern[] {
  const { got, known, participants } = log;
  const isMissing = (row: number) => !(propensity[row] > 0 && propensity[row] < 1);
  const missing = known.filter(isMissing).length;
  if (missing > 0) {
    const message = `${thousands(missing)} of ${thousands(known.length)} customers have no propensity between 0 and 1`;
    return [{ concern: 'missing-propensity', message }];
  }
  const rows = participants.some(isMissing) ? known : participants;
  return names.flatMap((name) => {
    let [arm, sum, variance, least] = [0, 0, 0, 0];
    for (const row of rows) {
      const chance = propensity[row];
      const odds = (1 - chance) / chance;
      least += got[row] === name ? odds : 1 / odds;
      if (got[row] !== name) continue;
      arm++;
      sum += 1 / chance;
      variance += odds / chance;
    }
    if (Math.abs(sum - rows.length) < surprising * Math.sqrt(Math.max(variance, least))) return [];
    const meant = Math.round((arm * rows.length) / sum);
    const message = `${called(name, labels)} went to ${thousands(arm)} of ${thousands(rows.length)} customers, and by their propensities should have gone to about ${thousands(meant)}`;
    return [{ concern: 'sample-ratio-mismatch' as const, message }];
  });
}
