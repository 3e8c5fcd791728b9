import { formatCount, formatPercent } from '@clv/charts';
import type { RunSummary } from '@clv/contracts';

import { counted } from '../wording/counted.js';
import { fewest, isFew } from './small-counts.js';
import type { ToldCounts } from './told-counts.js';
import { writeCount } from './write-count.js';

/** Whom the policy makes offers to, as part of a sentence: a share, unless that would tell of a few. */
export function whoGetsOffers(
  { customers, offers, intervention_rate }: RunSummary,
  told: ToldCounts,
): string {
  if (told.offered === 'number') return `${formatPercent(intervention_rate)} of customers`;
  const without = offers.find(({ offer }) => offer === 'none')!.customers;
  if (told.offered === 'nothing') return 'some customers';
  if (isFew(without) && !isFew(customers - without)) return `all but fewer than ${fewest} customers`;
  return `${writeCount({ customers: customers - without, told: told.offered })} customers`;
}

/** How many get an offer, of so many, before all is known that is told of them; no number of a few, or of all but a few. */
export function howManyGetOffers(offered: number, customers: number): string {
  const all = counted(customers, 'customer');
  if (isFew(offered)) return `fewer than ${fewest} of ${all} get one`;
  if (isFew(customers - offered)) return `all but fewer than ${fewest} of ${all} get one`;
  return `${formatCount(offered)} of ${all} get one`;
}
