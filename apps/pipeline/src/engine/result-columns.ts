import { offerColumn, resultColumns } from '@clv/contracts';

/** The columns that a run with a holdout adds besides: what the policy would give, and who gets it. */
export const campaignColumns = ['planned_incentive', 'campaign_group'] as const;

/** The names that an input may not use, as the results will. */
export const reservedColumns = (offers: readonly { id: string }[]): ReadonlySet<string> =>
  new Set([
    ...resultColumns,
    ...campaignColumns,
    ...['none', ...offers.map(({ id }) => id)].map(offerColumn),
  ]);
