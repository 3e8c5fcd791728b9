import type { TargetingPath } from './targeting-path.js';

/** What one finds among the customers of the highest scores. */
export interface LiftPoint {
  /** The share of customers taken, in (0, 1]. */
  share: number;
  /** The share of all churners found among them. */
  gain: number;
  /** How many times more churners than among as many customers drawn at random. */
  lift: number;
}

/** Lift and gain at each tenth of the customers. Customers of equal score are taken in proportion. */
export function liftAtDeciles({ churned, reached }: TargetingPath): LiftPoint[] {
  let entry = 1;
  return Array.from({ length: 10 }, (_, i) => {
    const share = (i + 1) / 10;
    while (reached[entry] < share) entry++;
    const part = (share - reached[entry - 1]) / (reached[entry] - reached[entry - 1]);
    const gain = churned[entry - 1] + part * (churned[entry] - churned[entry - 1]);
    return { share, gain, lift: gain / share };
  });
}
