import { randomSource } from '@clv/contracts';
import { orderByReturn } from '../budget/order.js';
import { checkOffers } from '../offers/check.js';
import { expectedValues, type ExpectedValues } from '../value/expected-values.js';
import { someInputs, type CustomerInputs } from '../value/inputs.js';

/** The number of each customer's offer; 0 is none. */
export type Choice = Int32Array;

/** Everyone gets the same offer. */
export function everyoneGets(customers: number, offer: number): Choice {
  return new Int32Array(customers).fill(offer);
}

/** A random offer to customers in random order, while the money lasts. */
export function chooseAtRandom(
  values: ExpectedValues,
  { budget = Infinity, seed }: { budget?: number; seed: number },
): Choice {
  const next = randomSource(seed);
  const width = values.offers.length;
  const offer = new Int32Array(values.customers);
  for (let i = 0; i < offer.length; i++) offer[i] = 1 + Math.floor(next() * (width - 1));
  if (budget === Infinity) return offer;
  const lot = new Float64Array(values.customers);
  for (let i = 0; i < lot.length; i++) lot[i] = next();
  return buyInOrder(values, { score: lot, offer, budget });
}

/** Their own best offer to customers in falling order of a score, while the money lasts. */
export function chooseHighestFirst(
  values: ExpectedValues,
  score: ArrayLike<number>,
  budget = Infinity,
): Choice {
  const width = values.offers.length;
  const offer = new Int32Array(values.customers);
  if (width > 1)
    offer.forEach((_, i) => {
      let best = 1;
      for (let a = 2; a < width; a++)
        if (values.gain[i * width + a] > values.gain[i * width + best]) best = a;
      offer[i] = best;
    });
  return buyInOrder(values, { score, offer, budget });
}

/** The original program's rule: the greatest value when a discount is charged for one month only; it knows no budget. */
export function chooseAsOriginal(inputs: CustomerInputs, offers: ExpectedValues['offers']): Choice {
  const charged = checkOffers(offers).map((offer) => (offer.id === 'none' ? offer : { ...offer, months: 1 }));
  const customers = inputs.pChurn.length;
  const width = charged.length;
  const choice = new Int32Array(customers);
  for (let from = 0; from < customers; from += blockSize) {
    const block = someInputs({ ...inputs, billedMonths: undefined }, width, from, from + blockSize);
    const { gain } = expectedValues(block, charged);
    for (let i = 0; i < block.pChurn.length; i++) {
      let best = 0;
      for (let a = 1; a < width; a++) if (gain[i * width + a] > gain[i * width + best]) best = a;
      choice[from + i] = best;
    }
  }
  return choice;
}

/** So many are priced at once: all of them would take four matrices that nobody looks at again. */
const blockSize = 16_384;

function byFalling(score: ArrayLike<number>): Uint32Array {
  // -0 is 0.
  const scores = Float64Array.from(score, (value) => value + 0);
  if (scores.every((value) => value >= 0)) return orderByReturn(scores);
  return Uint32Array.from({ length: score.length }, (_, i) => i).sort((i, j) => score[j] - score[i] || i - j);
}

interface Purchases {
  /** The highest come first. */
  score: ArrayLike<number>;
  offer: Int32Array;
  budget: number;
}

/** Buys each customer's offer in falling order of score; the first that the money does not pay for ends it. */
function buyInOrder(
  { customers, offers, cost }: ExpectedValues,
  { score, offer, budget }: Purchases,
): Choice {
  if (budget === Infinity) return offer;
  const choice = new Int32Array(customers);
  let left = budget;
  for (const i of byFalling(score)) {
    left -= cost[i * offers.length + offer[i]];
    if (left < 0) break;
    choice[i] = offer[i];
  }
  return choice;
}
