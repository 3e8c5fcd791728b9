import type { Choices } from '../choices.js';

/** A policy of few customers that keeps to its money, with the linear programme's word on how much better any can be. */
export interface Incumbent {
  choices: Choices;
  /** The number of each customer's offer. */
  choice: Int32Array;
  gain: number;
  /** What there is to spend, and the same with what sums may be off. */
  money: number;
  limit: number;
  /** The linear programme's optimum, and what one more unit of money would gain there. */
  bound: number;
  shadowPrice: number;
}

/** Customers decided for so far, everyone else having the offer that is best where money costs its shadow price. */
interface State {
  spent: number;
  /** What the offers fall short of each customer's best at that price: so much of the bound is out of reach. */
  loss: number;
  /** What was decided last, and before. */
  last?: { customer: number; offer: number; before: State };
}

/** So many states are looked at, a twentieth of a second's work or so. */
const patience = 100_000;

/** Gains that differ by less than this share are equal, given what sums of floating-point numbers lose. */
const noise = 1e-15;

/**
 * The policy that gains most within the money, by dynamic programming over undominated states, those whose losses the bound
 * rules out left out, and the customers decided for whose offer is least clear first (Pisinger 1995).
 *
 * @returns each customer's offer, that of the incumbent where nothing gains more; undefined where patience was lost.
 */
export function bestWithin(incumbent: Incumbent): Int32Array | undefined {
  const { choices, money, limit, bound, shadowPrice } = incumbent;
  const { offers, cost, gain } = choices;
  const net = (at: number) => gain[at] - shadowPrice * cost[at];
  const [best, ahead] = bestAtPrice(choices, net);
  const order = Array.from(best.keys()).sort((one, other) => ahead[one] - ahead[other] || one - other);
  let room = bound - incumbent.gain - noise * bound;
  let left = patience;
  let most: State | undefined;
  let states: State[] = [{ spent: 0, loss: 0 }];
  best.forEach((a, i) => (states[0].spent += cost[i * offers + a]));
  const gained = ({ spent, loss }: State) => shadowPrice * (spent - money) - loss;
  for (const customer of order) {
    if (ahead[customer] >= room) break;
    const row = customer * offers;
    const held = row + best[customer];
    const next: State[] = [];
    for (let offer = 0; offer < offers; offer++) {
      const short = net(held) - net(row + offer);
      const more = cost[row + offer] - cost[held];
      for (const before of states) {
        const loss = before.loss + short;
        if (loss < room) next.push({ spent: before.spent + more, loss, last: { customer, offer, before } });
      }
    }
    left -= next.length;
    if (left < 0) return undefined;
    next.sort((one, other) => one.spent - other.spent || one.loss - other.loss);
    let least = -Infinity;
    states = next.filter((state) => {
      const now = gained(state);
      if (now <= least + noise * bound) return false;
      least = now;
      if (state.spent <= limit && -now < room) [most, room] = [state, -now];
      return true;
    });
  }
  if (!most) return incumbent.choice;
  for (let { last } = most; last; { last } = last.before) best[last.customer] = last.offer;
  return best;
}

/** Each customer's best offer at a price, of equal ones the first, and how far it is ahead of the second. */
function bestAtPrice({ customers, offers }: Choices, net: (at: number) => number) {
  const best = new Int32Array(customers);
  const ahead = new Float64Array(customers);
  for (let i = 0, row = 0; i < customers; i++, row += offers) {
    let second = -Infinity;
    for (let a = 1; a < offers; a++) {
      const most = net(row + best[i]);
      const other = net(row + a);
      if (other > most) best[i] = a;
      second = Math.max(second, Math.min(most, other));
    }
    ahead[i] = net(row + best[i]) - second;
  }
  return [best, ahead] as const;
}
