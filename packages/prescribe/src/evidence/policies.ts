import { randomSource } from '@clv/contracts';
import { binCount, binReader } from '../budget/returns/return-bins.js';
import { expectedCost, type ExpectedValues } from '../value/expected-values.js';
import type { CustomerInputs } from '../value/inputs.js';

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
  if (width < 2) return offer;
  for (let i = 0; i < offer.length; i++) offer[i] = 1 + Math.floor(next() * (width - 1));
  if (budget === Infinity) return offer;
  return buyInOrder(values, { scores: new Float64Array(values.customers).map(next), offer, budget });
}

/** Each customer's best offer, though it may gain less than none; none where there is no other. */
export function bestOffers({ customers, offers, gain }: ExpectedValues): Choice {
  const width = offers.length;
  const choice = new Int32Array(customers);
  if (width === 1) return choice;
  for (let i = 0, row = 0; i < customers; i++, row += width) {
    let best = 1;
    for (let a = 2; a < width; a++) if (gain[row + a] > gain[row + best]) best = a;
    choice[i] = best;
  }
  return choice;
}

/** The original program's rule: the greatest value when a discount is charged for one month only; it knows no budget. */
export function chooseAsOriginal(
  { clv, price }: CustomerInputs,
  { customers, offers, pStay }: ExpectedValues,
): Choice {
  const width = offers.length;
  const choice = new Int32Array(customers);
  for (let i = 0, row = 0; i < customers; i++, row += width) {
    const baseline = pStay[row] * clv[i];
    let most = 0;
    for (let a = 1; a < width; a++) {
      const stay = pStay[row + a];
      const gain = stay * clv[i] - expectedCost(offers[a], stay, price[i], 1) - baseline;
      if (gain <= most) continue;
      most = gain;
      choice[i] = a;
    }
  }
  return choice;
}

interface Purchases {
  /** One a customer; the highest come first. */
  scores: Float64Array;
  offer: Choice;
  budget?: number;
}

/**
 * Buys each customer's offer in falling order of score, equal ones in their own; the first that the money does not pay for
 * ends it. Only those with whom it may end are put in order.
 */
export function buyInOrder(
  { customers, offers, cost }: ExpectedValues,
  { scores, offer, budget = Infinity }: Purchases,
): Choice {
  if (budget === Infinity) return offer;
  const choice = new Int32Array(customers);
  const costOf = (i: number) => cost[i * offers.length + offer[i]];
  const read = binReader(scores);
  const bins = new Uint16Array(customers);
  const costs = new Float64Array(binCount);
  for (let i = 0; i < customers; i++) {
    // The bits of -0 are those of a great number.
    if (scores[i] > 0) bins[i] = read(i);
    costs[bins[i]] += costOf(i);
  }
  let left = budget;
  let last = binCount - 1;
  while (last >= 0 && costs[last] <= left) left -= costs[last--];
  const atEnd: number[] = [];
  for (let i = 0; i < customers; i++)
    if (bins[i] > last) choice[i] = offer[i];
    else if (bins[i] === last) atEnd.push(i);
  for (const i of atEnd.sort((one, other) => scores[other] - scores[one] || one - other)) {
    left -= costOf(i);
    if (left < 0) break;
    choice[i] = offer[i];
  }
  return choice;
}
