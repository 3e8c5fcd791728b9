import { type PrescribedCustomers, chosenOffer, ofChosen } from './prescribed-customers.js';

/** One customer to call: likely to leave, still here, and worth keeping. */
export interface OutreachEntry {
  id: string;
  segment: string;
  pChurn: number;
  clv: number;
  offer: string;
  gain: number;
}

/** The customers with the most value among those more likely to leave than to stay; nobody who has left already. */
export function priorityOutreach(customers: PrescribedCustomers, top: number): OutreachEntry[] {
  const { pChurn, clv, labels, id, segment, segmentNames, decision } = customers;
  return Array.from(pChurn.keys())
    .filter((i) => pChurn[i] > 0.5 && labels[i] !== 1)
    .sort((a, b) => clv[b] - clv[a] || a - b)
    .slice(0, top)
    .map((i) => ({
      id: String(id.cells[i]),
      segment: segmentNames[segment[i]],
      pChurn: pChurn[i],
      clv: clv[i],
      offer: chosenOffer(customers, i).label,
      gain: ofChosen(customers, decision.values.gain, i),
    }));
}
