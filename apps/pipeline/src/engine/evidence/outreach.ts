import type { ChurnExplanation } from '@clv/churn';
import { explain } from '@clv/prescribe';

import type { JudgedFindings } from './run-evidence.js';
import { type PrescribedCustomers, chosenOffer, ofChosen } from '../policy/prescribed-customers.js';

/** One customer to call: likely to leave, still here, and worth keeping. */
export interface OutreachEntry {
  id: string;
  segment: string;
  pChurn: number;
  clv: number;
  offer: string;
  gain: number;
  /** Why the customer is likely to leave, the strongest first: `month-to-month contract: +14 points`. */
  reasons: string[];
  /** Why this offer, in words; see `explain` of `@clv/prescribe`. */
  why: string;
  /** The whole of it: how an average customer's chance of leaving becomes this one's. */
  explanation?: ChurnExplanation;
}

/**
 * The customers with the most value among those more likely to leave than to stay; nobody who has left already, nor who is held
 * out of the campaign: whom one calls shows nothing of what happens without.
 */
export function priorityOutreach(
  { prescribed, evidence, config }: JudgedFindings,
  top: number,
): OutreachEntry[] {
  const { id, segment, segmentNames, pChurn, clv, decision } = prescribed;
  return Array.from(outreachOrder(prescribed, top), (i) => ({
    id: String(id.cells[i]),
    segment: segmentNames[segment[i]],
    pChurn: pChurn[i],
    clv: clv[i],
    offer: chosenOffer(prescribed, i).label,
    gain: ofChosen(prescribed, decision.values.gain, i),
    why: explain(prescribed.policy, i, { currency: config.currency }).sentence,
    reasons: (evidence.reasons.get(i)?.reasons ?? [])
      .filter(({ points }) => points > 0)
      .slice(0, 3)
      .map(({ text }) => text),
    explanation: evidence.reasons.get(i),
  }));
}

/** Said in place of an empty list; others may be likelier to leave, but have left already or are held out. */
export const nobodyToCall = 'Nobody whom one could call is more likely to leave than to stay.';

/** The places of the first so many to call, the first to call first. */
export function outreachOrder(
  { pChurn, clv, labels, campaign }: PrescribedCustomers,
  top: number,
): Int32Array {
  const places: number[] = [];
  for (let i = 0; i < pChurn.length; i++) {
    if (!(pChurn[i] > 0.5) || labels[i] === 1 || campaign?.heldOut[i]) continue;
    // Equal ones in their own order.
    let place = places.length;
    while (place > 0 && clv[i] > clv[places[place - 1]]) place--;
    if (place >= top) continue;
    places.splice(place, 0, i);
    if (places.length > top) places.pop();
  }
  return Int32Array.from(places);
}
