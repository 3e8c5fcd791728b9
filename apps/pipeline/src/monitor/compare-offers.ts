import type { RunSummary } from '@clv/contracts';

import type { OfferChange } from './monitor-report.js';

/** How the mix of offers has changed: its total variation distance. */
export function compareOffers(before: RunSummary, now: RunSummary): OfferChange {
  const ids = [...new Set([...now.offers, ...before.offers].map(({ offer }) => offer))];
  const shareIn = ({ offers, customers }: RunSummary, id: string) =>
    (offers.find(({ offer }) => offer === id)?.customers ?? 0) / Math.max(1, customers);
  const labelOf = (id: string) => [...now.offers, ...before.offers].find(({ offer }) => offer === id)!.label;
  const offers = ids.map((id) => ({
    offer: id,
    label: labelOf(id),
    before: shareIn(before, id),
    now: shareIn(now, id),
  }));
  const shift = offers.reduce((sum, mix) => sum + Math.abs(mix.now - mix.before), 0) / 2;
  return { offers, shift };
}
