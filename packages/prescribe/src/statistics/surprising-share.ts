import { intervalAround, normalQuantile, type Estimate } from '@clv/contracts';

/** A share estimated from outcomes of 0 and 1: what was expected of them, set right by how they surprised. */
export interface SurprisingShare {
  value: number;
  /** The share that was expected of the weighted outcomes; 0 where nothing was. */
  expected: number;
  /** How much larger the share of the weighted outcomes is. */
  surprise: number;
  /** As many equally weighted outcomes would say as much (Kish 1965). */
  effective: number;
  /** The variance of the value by the outcomes themselves. */
  variance: number;
}

/**
 * The share with the interval of Agresti and Coull (1998): as if there were z² outcomes more, half of which are 0 and half 1. So outcomes
 * that are nearly all alike claim no certainty.
 */
export function surprisingShare(
  { value, expected, surprise, effective, variance }: SurprisingShare,
  confidence: number,
): Estimate {
  const z = normalQuantile(0.5 + confidence / 2);
  const more = z ** 2 / 2;
  const all = effective + 2 * more;
  const centre = (effective * surprise + more * (1 - 2 * expected)) / all;
  const shift = centre - surprise;
  const spread =
    effective ** 2 * variance +
    effective * shift ** 2 +
    more * ((1 - expected - centre) ** 2 + (expected + centre) ** 2);
  return intervalAround({ value, centre: value + shift }, Math.sqrt(spread) / all, z);
}
