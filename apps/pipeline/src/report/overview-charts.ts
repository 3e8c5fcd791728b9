import {
  type Chart,
  customersBySegment,
  offersRecommended,
  riskBySegment,
  valueBySegment,
} from '@clv/charts';
import type { RunSummary } from '@clv/contracts';

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
    ...(told.offered === 'number'
      ? [offersRecommended(offersAndRest(offers, told.offers), { currency })]
      : []),
  ];
}
