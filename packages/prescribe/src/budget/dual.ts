import type { Limits } from './limits.js';
import type { Choices } from './upgrades.js';

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

/** The best offer of a customer at these prices; none where no other is above 0. */
export function bestAt(choices: Choices, limits: Limits, prices: Prices, i: number): number {
  let best = 0;
  let most = 0;
  for (let a = 1; a < choices.offers; a++) {
    const net = netGain(choices, limits, prices, i, a);
    if (net > most) [best, most] = [a, net];
  }
  return best;
}

/** The Lagrangian dual at some multipliers: its value, above every feasible gain, and how far each limit is left unused. */
interface DualPoint {
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

/** More customers than this are sampled while multipliers are sought. */
const sample = 20_000;
const rounds = 4;
const bisections = 30;
const steps = 200;

/**
 * Multipliers that make the dual small: one at a time by bisection, then all together by subgradient steps towards
 * the gain that is known to be reachable (Polyak 1969). Any multipliers give a valid bound; better ones a closer one.
 */
export function seekMultipliers(
  choices: Choices,
  limits: Limits,
  reachable: (multipliers: Float64Array) => number,
): Float64Array {
  const stride = Math.max(1, Math.ceil(choices.customers / sample));
  const at = (multipliers: Float64Array) => dualAt(choices, limits, multipliers, stride);
  let best = new Float64Array(limits.rows.length);
  for (let round = 0; round < rounds; round++)
    for (let k = 0; k < best.length; k++) best[k] = bisect(best, k, at);
  let least = at(best).value;
  let current = best.slice();
  const target = reachable(best);
  for (let step = 0; step < steps; step++) {
    const { value, slack } = at(current);
    if (value < least) [best, least] = [current.slice(), value];
    const norm = slack.reduce((sum, s, k) => sum + (current[k] > 0 || s < 0 ? s * s : 0), 0);
    if (norm === 0) break;
    const length = Math.max(value - target, 0) / norm / (1 + step / 20);
    current = current.map((multiplier, k) => Math.max(0, multiplier - length * slack[k]));
  }
  return best;
}

/** The multiplier of one limit at which it is just kept, the others as they are. */
function bisect(multipliers: Float64Array, k: number, at: (multipliers: Float64Array) => DualPoint): number {
  const isExceeded = (multiplier: number) => {
    const trial = multipliers.slice();
    trial[k] = multiplier;
    return at(trial).slack[k] < 0;
  };
  if (!isExceeded(0)) return 0;
  let low = 0;
  let high = 1;
  while (isExceeded(high) && high < 1e9) [low, high] = [high, 4 * high];
  for (let n = 0; n < bisections; n++) {
    const middle = (low + high) / 2;
    if (isExceeded(middle)) low = middle;
    else high = middle;
  }
  return high;
}
