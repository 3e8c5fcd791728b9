import {
  type Chart,
  customersBySegment,
  offersRecommended,
  riskBySegment,
  valueBySegment,
} from '@clv/charts';
import type { RunSummary } from '@clv/contracts';

import { isTold } from './suppress.js';

/** Who the customers are and what they get, without groups too small to be reported. */
export function overviewCharts(
  { segments, offers }: Pick<RunSummary, 'segments' | 'offers'>,
  currency: string,
): Chart[] {
  const told = segments.filter(isTold);
  // Of the empty groups that are left nothing true could be said.
  if (told.every(({ customers }) => customers === 0)) return [];
  return [
    customersBySegment(told),
    riskBySegment(told),
    valueBySegment(told, { currency }),
    offersRecommended(offers.filter(isTold), { currency }),
  ];
}
