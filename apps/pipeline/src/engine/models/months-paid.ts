import { survivalByTenure } from '@clv/churn';
import { discountedMonths } from '@clv/value';

import { type Turns, takeTurns } from '../../second-thread/turns.js';
import type { KnownSurvival } from './survival-of.js';

/** How long customers stay: by curves of their own, else by the constant hazard that their probability of leaving is. */
export interface Staying {
  pChurn: Float64Array;
  survival?: KnownSurvival;
}

/** Which months count, and how much less later ones do. */
export interface CountedMonths {
  months: number;
  windowMonths: number;
  annualDiscountRate: number;
}

/** Curves of so many customers at a time stay in the cache until they are added up. */
const blockSize = 2048;

export const blocksOf = ({ pChurn }: Staying): number => Math.ceil(pChurn.length / blockSize);

/** The discounted months that each customer pays. */
export function monthsPaid(staying: Staying, counted: CountedMonths): Float64Array {
  const paid = new Float64Array(staying.pChurn.length);
  for (let block = 0; block < blocksOf(staying); block++) fillBlock(paid, staying, counted, block);
  return paid;
}

/**
 * Fills in the months that customers pay, of blocks of them in turn with another thread.
 *
 * @returns how many blocks were filled here.
 */
export const fillMonths = (
  paid: Float64Array,
  staying: Staying,
  counted: CountedMonths,
  turns: Turns,
): number => takeTurns(turns, (block) => fillBlock(paid, staying, counted, block));

function fillBlock(
  paid: Float64Array,
  { pChurn, survival }: Staying,
  counted: CountedMonths,
  block: number,
): void {
  const from = block * blockSize;
  const churnProbability = pChurn.subarray(from, from + blockSize);
  const stay = survival
    ? { survival: curvesOf(survival, churnProbability, counted.months, from) }
    : { churnProbability };
  paid.set(discountedMonths({ ...stay, ...counted }), from);
}

/** Of the customers from one place on. */
function curvesOf(
  { model, tenures, windowMonths }: KnownSurvival,
  probabilities: Float64Array,
  months: number,
  from: number,
): Float64Array {
  const own = tenures.subarray(from, from + probabilities.length);
  return survivalByTenure(model, { tenures: own, probabilities, months, windowMonths }).survival;
}
