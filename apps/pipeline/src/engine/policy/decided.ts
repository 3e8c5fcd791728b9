import type { Appraisal } from './appraise.js';
import type { Decided, OfferValues } from './prescribed-customers.js';
import type { Scorer } from './scorer.js';

/** An appraisal with who gets what. */
export function decided(
  { segments, offers }: Scorer,
  { segment, pChurn, clv, values }: Omit<Appraisal, 'values' | 'choices'> & { values: OfferValues },
  choice: Int32Array,
): Decided {
  return { segment, segmentNames: segments.names, pChurn, clv, decision: { offers, values, choice } };
}
