import { randomSource } from '@clv/contracts';
import { normalQuantile } from '../statistics/normal-quantile.js';
import { gainError } from '../value/gain-error.js';
import type { CustomerInputs } from '../value/inputs.js';
import type { Prescription } from './prescription.js';

/** How often, and from which seed, effects are drawn anew. */
export interface StabilityOptions {
  /** How often the effects are drawn anew (default 200). */
  draws?: number;
  /** Default 42. */
  seed?: number;
}

/** How often the recommended offers stay the best when the effects are other than estimated. */
export interface Stability {
  /** For each customer the share of draws in which the recommended offer is still the best. */
  share: Float64Array;
  /** The mean share, over all customers and over those who get an offer; 1 where there are none. */
  mean: number;
  meanOffered: number;
}

/**
 * Draws the effects from their standard errors (`inputs.effectError`) and chooses again, money costing what it costs
 * under the prescription (its shadow price).
 */
export function choiceStability(
  { values, choice, shadowPrice }: Prescription,
  inputs: CustomerInputs,
  { draws = 200, seed = 42 }: StabilityOptions = {},
): Stability {
  const { customers, offers, gain, cost } = values;
  const width = offers.length;
  const error = gainError(inputs, offers);
  const next = randomSource(seed);
  const share = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    for (let draw = 0; draw < draws; draw++) {
      let best = 0;
      let most = 0;
      for (let a = 1; a < width; a++) {
        const at = i * width + a;
        const drawn = error[at] > 0 ? gain[at] + error[at] * normalQuantile(1 - next()) : gain[at];
        const net = drawn - shadowPrice * cost[at];
        if (drawn > 0 && net > most) [best, most] = [a, net];
      }
      if (best === choice[i]) share[i] += 1 / draws;
    }
  }
  return { share, mean: meanOf(share), meanOffered: meanOf(share.filter((_, i) => choice[i] > 0)) };
}

const meanOf = (shares: Float64Array) =>
  shares.length > 0 ? shares.reduce((sum, part) => sum + part, 0) / shares.length : 1;
