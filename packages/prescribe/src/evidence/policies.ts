import { randomSource } from '@clv/contracts';
import { orderByReturn } from '../budget/order.js';
import { checkOffers } from '../offers/check.js';
import { priceOffers, roomForValues, type ExpectedValues } from '../value/expected-values.js';
import { checkInputs, someInputs, type CustomerInputs } from '../value/inputs.js';

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
  return buyInOrder(values, { score: next, offer, budget });
}

/** Each customer's best offer, though it may gain less than none; none where there is no other. */
export const bestOffers = (values: ExpectedValues): Choice =>
  greatestGain(values, Math.min(1, values.offers.length - 1));

/** The offer of the greatest gain for each customer, among those from one number on; of equal gains the first. */
function greatestGain({ customers, offers, gain }: ExpectedValues, first: number): Choice {
  const width = offers.length;
  const choice = new Int32Array(customers);
  for (let i = 0, row = 0; i < customers; i++, row += width) {
    let best = first;
    for (let a = first + 1; a < width; a++) if (gain[row + a] > gain[row + best]) best = a;
    choice[i] = best;
  }
  return choice;
}

/** The original program's rule: the greatest value when a discount is charged for one month only; it knows no budget. */
export function chooseAsOriginal(inputs: CustomerInputs, offers: ExpectedValues['offers']): Choice {
  const charged = checkOffers(offers).map((offer) => (offer.id === 'none' ? offer : { ...offer, months: 1 }));
  const monthly = { ...inputs, billedMonths: undefined };
  checkInputs(monthly, charged);
  const customers = inputs.pChurn.length;
  const room = roomForValues(Math.min(customers, blockSize), charged);
  const choice = new Int32Array(customers);
  for (let from = 0; from < customers; from += blockSize) {
    const block = someInputs(monthly, charged.length, from, from + blockSize);
    const values = { ...room, customers: block.pChurn.length };
    priceOffers(values, block);
    choice.set(greatestGain(values, 0), from);
  }
  return choice;
}

/** So many are priced at once: all of them would take four matrices that nobody looks at again. */
const blockSize = 2048;

interface Purchases {
  /** Asked of each customer once, in their order; the highest come first. */
  score: (customer: number) => number;
  offer: Choice;
  budget?: number;
}

/** Buys each customer's offer in falling order of score; the first that the money does not pay for ends it. */
export function buyInOrder(
  { customers, offers, cost }: ExpectedValues,
  { score, offer, budget = Infinity }: Purchases,
): Choice {
  if (budget === Infinity) return offer;
  const choice = new Int32Array(customers);
  let left = budget;
  for (const i of byFalling(customers, score)) {
    left -= cost[i * offers.length + offer[i]];
    if (left < 0) break;
    choice[i] = offer[i];
  }
  return choice;
}

function byFalling(customers: number, score: (customer: number) => number): Uint32Array {
  const scores = new Float64Array(customers);
  // -0 is 0.
  for (let i = 0; i < customers; i++) scores[i] = score(i) + 0;
  if (scores.every((value) => value >= 0)) return orderByReturn(scores);
  return Uint32Array.from(scores, (_, i) => i).sort((i, j) => scores[j] - scores[i] || i - j);
}
