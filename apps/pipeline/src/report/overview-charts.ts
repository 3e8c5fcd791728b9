import {
  type Chart,
  customersBySegment,
  formatMoney,
  formatPercent,
  offersRecommended,
  riskBySegment,
  valueBySegment,
} from '@clv/charts';
import type { OfferSummary, RunSummary } from '@clv/contracts';

import type { ToldCounts } from '../privacy/told-counts.js';
import { offersAndRest, segmentsAndRest } from './the-rest.js';

/** Who the customers are and what they get; groups whose numbers are not told stand together. */
export function overviewCharts(
  { segments, offers }: Pick<RunSummary, 'segments' | 'offers'>,
  told: ToldCounts,
  currency: string,
): Chart[] {
  const shown = segmentsAndRest(segments, told.segments);
  return [
    // Of all together, or of nobody, a comparison of segments says nothing.
    ...(segments.some(({ customers }, s) => customers > 0 && told.segments[s] === 'number')
      ? [customersBySegment(shown), riskBySegment(shown), valueBySegment(shown, { currency })]
      : []),
    ...(told.offered === 'number' ? [offersChart(offers, told, currency)] : []),
  ];
}

/** Of offers that stand together none is the best, so the title is of all. */
function offersChart(offers: readonly OfferSummary[], told: ToldCounts, currency: string): Chart {
  const chart = offersRecommended(offersAndRest(offers, told.offers), { currency });
  if (told.offers.every((telling) => telling === 'number')) return chart;
  const sumOf = (of: (offer: OfferSummary) => number) => offers.reduce((sum, offer) => sum + of(offer), 0);
  const made = sumOf(({ offer, customers }) => (offer === 'none' ? 0 : customers));
  const [gain, cost] = [sumOf((offer) => offer.expected_gain), sumOf((offer) => offer.cost)].map((sum) =>
    formatMoney(sum, currency),
  );
  return {
    ...chart,
    title: `Offers to ${formatPercent(made / sumOf(({ customers }) => customers))} of customers gain ${gain} for ${cost} of cost`,
  };
}
