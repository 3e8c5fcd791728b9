import {
  type Chart,
  customersBySegment,
  formatMoney,
  formatPercent,
  offersRecommended,
  riskBySegment,
  valueBySegment,
} from '@clv/charts';
import type { OfferSummary, RunSummary, SegmentSummary } from '@clv/contracts';

import type { ToldCounts } from '../../privacy/told-counts.js';
import { untoldGains } from '../../privacy/untold-gains.js';
import { fewest } from '../../privacy/small-counts.js';
import { type ToldGroup, offeredOf } from '../../privacy/write-count.js';
import { offersAndRest, segmentsAndRest } from './the-rest.js';

/** Who the customers are and what they get; groups whose numbers are not told stand together. */
export function overviewCharts(
  { segments, offers }: Pick<RunSummary, 'segments' | 'offers'>,
  told: ToldCounts,
  currency: string,
): Chart[] {
  const shown = segmentsAndRest(segments, told.segments);
  const offeredTold = (segment: SegmentSummary) =>
    told.offeredOfSegment[segments.indexOf(segment)] ?? 'nothing';
  return [
    // Of all together, or of nobody, a comparison of segments says nothing.
    ...(segments.some(({ customers }, s) => customers > 0 && told.segments[s] === 'number')
      ? [
          customersBySegment(shown),
          riskBySegment(shown),
          ...valueChart(
            shown.map((segment) => ({ ...segment, offered: offeredOf(segment, offeredTold(segment)) })),
            currency,
          ),
        ]
      : []),
    ...(told.offered === 'number' ? [offersChart(offers, told, currency)] : []),
  ];
}

/** What offers add, without the segments whose gain is not told; the title is of all. */
function valueChart(
  segments: readonly (SegmentSummary & { offered: ToldGroup })[],
  currency: string,
): Chart[] {
  const whole = valueBySegment(segments, { currency });
  const untold = untoldGains(segments);
  if (untold.size === 0) return [whole];
  const told = segments.filter((segment) => !untold.has(segment));
  if (told.length === 0) return [];
  const gain = ({ baseline, optimized }: SegmentSummary) => optimized - baseline;
  const most = segments.reduce((a, b) => (gain(b) > gain(a) ? b : a));
  const sum = segments.reduce((total, segment) => total + gain(segment), 0);
  return [
    {
      ...valueBySegment(told, { currency }),
      title: untold.has(most) ? `Offers add ${formatMoney(sum, currency)}` : whole.title,
      subtitle: `${whole.subtitle}; segments whose gain would tell of fewer than ${fewest} customers are left out`,
    },
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
