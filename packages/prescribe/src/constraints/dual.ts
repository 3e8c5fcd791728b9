import type { Choices } from '../budget/choices.js';
import { ExactSum } from '../budget/exact-sum.js';
import type { Limit, Limits } from './limits.js';

/** Customers and limits, with a multiplier of each limit: what a unit of it is thought to be worth. */
export interface PricedLimits {
  choices: Choices;
  limits: Limits;
  multipliers: Float64Array;
}

/** What limits cost, as a customer meets them: by class for money and a contact, by offer for its place. */
export interface Prices {
  money: Float64Array;
  contact: Float64Array;
  offer: Float64Array;
}

export function pricesOf({ rows, classes }: Limits, multipliers: Float64Array, offers: number): Prices {
  const prices = {
    money: new Float64Array(classes),
    contact: new Float64Array(classes),
    offer: new Float64Array(offers),
  };
  rows.forEach((row, k) => {
    for (let c = 0; c < classes; c++) {
      prices.money[c] += multipliers[k] * row.money[c];
      prices.contact[c] += multipliers[k] * row.contacts[c];
    }
    for (let a = 0; a < offers; a++) prices.offer[a] += multipliers[k] * row.offers[a];
  });
  return prices;
}

/** What an offer gains a customer once the limits that it uses are paid for; -Infinity where it does not pay by itself. */
export function netGain(
  { offers, gain, cost }: Choices,
  { classOf }: Limits,
  prices: Prices,
  i: number,
  a: number,
): number {
  if (a === 0) return 0;
  const at = i * offers + a;
  if (gain[at] <= 0) return -Infinity;
  const klass = classOf[i];
  return gain[at] - prices.money[klass] * cost[at] - prices.contact[klass] - prices.offer[a];
}

/** The best offer of a customer at these prices, of equal ones the cheaper, then the first; none where no other is above 0. */
export function bestAt(choices: Choices, limits: Limits, prices: Prices, i: number): number {
  const row = i * choices.offers;
  let best = 0;
  let most = 0;
  for (let a = 1; a < choices.offers; a++) {
    const net = netGain(choices, limits, prices, i, a);
    const isCheaper = best > 0 && net === most && choices.cost[row + a] < choices.cost[row + best];
    if (net > most || isCheaper) [best, most] = [a, net];
  }
  return best;
}

/** Each customer's best offer at these prices, whether or not the limits are kept by all of them. */
export const policyAt = (choices: Choices, limits: Limits, prices: Prices): Int32Array =>
  Int32Array.from({ length: choices.customers }, (_, i) => bestAt(choices, limits, prices, i));

/** The Lagrangian dual at some multipliers: its value, above every feasible gain, and how far each limit is left unused. */
export interface DualPoint {
  value: number;
  slack: Float64Array;
}

/** Every `stride`-th customer speaks for `stride` of them. */
export function dualAt(choices: Choices, limits: Limits, multipliers: Float64Array, stride = 1): DualPoint {
  const { customers, offers, cost } = choices;
  const { rows, classOf, classes } = limits;
  const prices = pricesOf(limits, multipliers, offers);
  const money = new Float64Array(classes);
  const contacts = new Float64Array(classes);
  const places = new Float64Array(offers);
  const spokenFor = customers / Math.ceil(customers / stride);
  let value = 0;
  for (let i = 0; i < customers; i += stride) {
    const best = bestAt(choices, limits, prices, i);
    if (best === 0) continue;
    value += spokenFor * netGain(choices, limits, prices, i, best);
    money[classOf[i]] += spokenFor * cost[i * offers + best];
    contacts[classOf[i]] += spokenFor;
    places[best] += spokenFor;
  }
  const dot = (one: Float64Array, other: Float64Array) => one.reduce((sum, x, k) => sum + x * other[k], 0);
  const slack = Float64Array.from(
    rows,
    (row) => row.limit - dot(row.money, money) - dot(row.contacts, contacts) - dot(row.offers, places),
  );
  rows.forEach((row, k) => (value += multipliers[k] * row.limit));
  return { value, slack };
}

/**
 * The dual's value, rounded up by more than floating-point numbers can have hidden: no policy that keeps the limits gains
 * more, nor one that exceeds each by at most `forgiven`. As doing nothing for someone gains 0 and every offer that
 * pays more, a bound below 0 proves that no policy keeps them.
 */
export function boundAt(choices: Choices, limits: Limits, multipliers: Float64Array, forgiven = 0): number {
  const { customers, offers, gain, cost } = choices;
  const { rows, classOf } = limits;
  const prices = pricesOf(limits, multipliers, offers);
  const sizes = pricesOf({ ...limits, rows: rows.map(sizesOf) }, multipliers, offers);
  const bound = new ExactSum();
  for (let i = 0, at = 0; i < customers; i++) {
    let most = 0;
    for (let a = 0; a < offers; a++, at++) {
      const priced = sizes.money[classOf[i]] * cost[at] + sizes.contact[classOf[i]] + sizes.offer[a];
      const lost = a > 0 && priced > 0 ? rounding * (gain[at] + priced) : 0;
      most = Math.max(most, netGain(choices, limits, prices, i, a) + lost);
    }
    bound.add(most);
  }
  rows.forEach(({ limit }, k) => {
    bound.add(multipliers[k] * (limit + forgiven));
    bound.add(multipliers[k] * Math.abs(limit) * rounding);
  });
  return bound.value;
}

/** Far more than sums of as many terms as there are limits lose. */
const rounding = 1e-13;

const sizesOf = (row: Limit): Limit => ({
  ...row,
  money: row.money.map(Math.abs),
  contacts: row.contacts.map(Math.abs),
});
